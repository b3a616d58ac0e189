import type { MonthOfUse } from '../../health/history.ts';
import type { IsoDate } from '../../values/iso-date.ts';

/** Finds the month a date lies in, months being in order of time; -1 for a date before the first. */
export function indexByMonth(months: readonly Pick<MonthOfUse, 'month' | 'from' | 'to'>[]): (date: IsoDate) => number {
  const ending = new Map(months.map(({ month }, at) => [month as string, at]));
  const [first, last] = [months[0], months.at(-1)];
  return (date) => {
    if (!first || !last || date < first.from) return -1;
    const at = ending.get(date.slice(0, 7));
    if (at === undefined) return date > last.to ? months.length - 1 : 0;
    return date > (months[at]?.to ?? date) ? Math.min(at + 1, months.length - 1) : at;
  };
}
