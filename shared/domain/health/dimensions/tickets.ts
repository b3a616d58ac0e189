import type { TicketOpening } from '../../facts/ticket.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';
import { along } from '../curve.ts';
import { type Dossier, latestBy } from '../dossier.ts';
import { ticketRule } from '../model.ts';
import type { Measurement } from '../reading.ts';
import { sayCount, sayDate, sayList } from '../wording.ts';

/** The burden of tickets still open: the graver, the nearer to integration and the older, the heavier. */
export function measureTickets({ facts, asOf }: Dossier): Measurement | undefined {
  const openings = latestBy(facts['ticket.opened'], ({ detail }) => detail.ticketId);
  const resolutions = latestBy(facts['ticket.resolved'], ({ detail }) => detail.ticketId);
  const tickets = [...openings.values()].map(({ detail }) => detail);
  const oldest = tickets.map(({ date }) => date).sort()[0];
  if (!oldest) return undefined;

  const open = tickets
    .filter(({ ticketId, date }) => !((resolutions.get(ticketId)?.detail.date ?? '') >= date))
    .map((ticket) => ({ ...ticket, burden: burdenOf(ticket, asOf) }))
    .sort((a, b) => b.burden - a.burden || (a.ticketId < b.ticketId ? -1 : 1));
  const burden = open.reduce((sum, ticket) => sum + ticket.burden, 0);
  return {
    score: along(ticketRule.scoreByBurden, burden),
    confidence: 1,
    evidence: [
      {
        says: sayOpen(open, tickets.length),
        facts: tickets.length,
        from: oldest,
        to: asOf,
        of: { types: ['ticket.opened', 'ticket.resolved'] },
      },
    ],
  };
}

const burdenOf = ({ severity, category, date }: TicketOpening, asOf: IsoDate) =>
  ticketRule.severity[severity] * ticketRule.category[category] * along(ticketRule.age, daysBetween(date, asOf));

function sayOpen(open: readonly TicketOpening[], all: number): string {
  if (open.length === 0) return `No ticket is open; ${sayCount(all, 'ticket')} recorded`;
  const worst = open
    .slice(0, 3)
    .map(({ severity, category, date }) => `${severity} ${category}, since ${sayDate(date)}`);
  const shown = open.length > worst.length ? 'weighing most' : 'open';
  return `${sayCount(open.length, 'open ticket')} of ${all} recorded; ${shown}: ${sayList(worst.map((it) => `"${it}"`))}`;
}
