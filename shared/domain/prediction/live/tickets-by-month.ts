import type { Dossier } from '../../health/dossier.ts';
import type { MonthOfUse } from '../../health/history.ts';
import { burdenOf } from '../../health/tickets.ts';
import { indexByMonth } from './index-by-month.ts';

/** What the tickets of a client say of a month. */
export interface TicketsOfMonth {
  readonly opened: number;
  readonly integration: number;
  /** Of those open at its end; undefined before the first ticket. */
  readonly burden: number | undefined;
}

export function ticketsByMonth({ tickets }: Dossier, months: readonly MonthOfUse[]): TicketsOfMonth[] {
  const at = indexByMonth(months);
  const byMonth = months.map(() => ({ opened: 0, integration: 0, burden: undefined as number | undefined }));
  let first = months.length;
  for (const ticket of tickets) {
    const opened = at(ticket.date);
    first = Math.min(first, Math.max(0, opened));
    const month = byMonth[opened];
    if (month) {
      month.opened += 1;
      if (ticket.category === 'integration') month.integration += 1;
    }
    for (let t = Math.max(0, opened); t < months.length; t += 1) {
      const [here, to] = [byMonth[t], months[t]?.to];
      if (!here || !to || (ticket.resolvedOn && ticket.resolvedOn <= to)) break;
      here.burden = (here.burden ?? 0) + burdenOf(ticket, to);
    }
  }
  for (const month of byMonth.slice(first)) month.burden ??= 0;
  return byMonth;
}
