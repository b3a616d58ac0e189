import type { Fact } from '../facts/fact.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { addDays, type IsoMonth, lastDay, monthOf } from '../values/iso-date.ts';
import { cite } from './citation.ts';
import { sayMonthAndYear, share, stated } from './stated.ts';
import { isWhole } from './tally.ts';
import type { TrackRecord } from './track-record.ts';

/**
 * The month's tickets. Nothing is said of a client of whom no ticket was ever recorded: its help desk may not tell us.
 * Facts carry days, so "within a day" means by the end of the next day; those whose day is not over yet are left out.
 */
export function ticketFigures(record: TrackRecord, month: IsoMonth): GroundedFact[] {
  const openings = record.opened;
  const inMonth = <F extends Fact>(facts: readonly F[]) => facts.filter(({ detail }) => monthOf(detail.date) === month);
  if (!isWhole(month, record.today) || !openings.some(({ detail }) => detail.date <= lastDay(month))) return [];
  const opened = inMonth(openings);
  const resolved = inMonth(record.resolved);
  const when = sayMonthAndYear(month);
  return [
    stated('tickets.opened', `Tickets opened in ${when}`, cite(opened, { type: 'ticket.opened' }), {
      kind: 'count',
      value: distinct(opened),
    }),
    stated('tickets.resolved', `Tickets resolved in ${when}`, cite(resolved, { type: 'ticket.resolved' }), {
      kind: 'count',
      value: distinct(resolved),
    }),
    ...withinADay(record, opened, when),
  ];
}

type Ticket = Fact<'ticket.opened'> | Fact<'ticket.resolved'>;

const distinct = (facts: readonly Ticket[]) => new Set(facts.map(({ detail }) => detail.ticketId)).size;

function withinADay(record: TrackRecord, opened: readonly Fact<'ticket.opened'>[], when: string): GroundedFact[] {
  const inTime = opened.map((opening) => {
    const { ticketId, date } = opening.detail;
    const due = addDays(date, 1);
    const solved = record.resolved.find(({ detail }) => detail.ticketId === ticketId && detail.date >= date);
    if (solved && solved.detail.date <= due) return { opening, solved, is: true };
    return due < record.today ? { opening, solved: undefined, is: false } : undefined;
  });
  const decided = inTime.filter((ticket) => ticket !== undefined);
  const sources = [
    ...cite(
      decided.map(({ opening }) => opening),
      { type: 'ticket.opened' },
    ),
    ...decided.flatMap(({ solved }) => solved?.factId ?? []),
  ];
  const says = `Share of the tickets of ${when} resolved by the end of the next day`;
  return share('tickets.within-day', says, sources, decided.filter(({ is }) => is).length / decided.length);
}
