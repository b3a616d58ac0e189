import { expect, it } from 'vitest';
import { type MonthOfUse, monthsOfUse } from '#shared/domain/health/history.ts';
import { addDays, daysBetween } from '#shared/domain/values/iso-date.ts';
import { day, usage } from './evidence.ts';

const spansOf = (asOf: string) => monthsOfUse([], day(asOf), 4).map(({ from, to }) => `${from}..${to}`);

it('months end on the day we look from, without gaps; seen from a last day they are the calendar months', () => {
  expect(spansOf('2026-11-20')).toEqual([
    '2026-10-21..2026-11-20',
    '2026-09-21..2026-10-20',
    '2026-08-21..2026-09-20',
    '2026-07-21..2026-08-20',
  ]);
  expect(spansOf('2026-04-30')).toEqual([
    '2026-04-01..2026-04-30',
    '2026-03-01..2026-03-31',
    '2026-02-01..2026-02-28',
    '2026-01-01..2026-01-31',
  ]);
});

it('every day is in exactly one month, whatever the day we look from', () => {
  for (let back = 0; back < 100; back += 1) {
    const asOf = addDays(day('2028-03-31'), -back);
    const months = monthsOfUse([], asOf, 24);
    expect(months[0]?.to).toBe(asOf);
    months.forEach(({ from, to }, at) => {
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(26);
      expect(daysBetween(from, to)).toBeLessThanOrEqual(30);
      const earlier = months[at + 1];
      if (earlier) expect(addDays(earlier.to, 1)).toBe(from);
    });
  }
});

const reportsOf = (asOf: string, days: number) =>
  usage(day(asOf), days, () => 1).flatMap((fact) => (fact.type === 'usage.reported' ? [fact.detail] : []));

it('a day without a report is not a day without use', () => {
  const daily = reportsOf('2026-11-20', 60);
  const sparse = daily.filter((_, at) => at % 3 === 0);
  const users = (months: readonly MonthOfUse[]) => months[0]?.products.flextime?.metrics.dailyActiveUsers?.daily;
  expect(users(monthsOfUse(sparse, day('2026-11-20'), 2))).toBe(users(monthsOfUse(daily, day('2026-11-20'), 2)));
  expect(monthsOfUse(daily, day('2026-11-20'), 3).map(({ products }) => products.flextime?.reports)).toEqual([
    31,
    29,
    undefined,
  ]);
});
