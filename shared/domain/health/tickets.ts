import type { TicketOpening } from '../facts/ticket.ts';
import { daysBetween, type IsoDate } from '../values/iso-date.ts';
import { along } from './curve.ts';
import type { FactsByType } from './dossier.ts';
import { latestBy } from './latest-by.ts';
import { ticketRule } from './model.ts';

/** A ticket, and the day it was resolved for good. */
export interface Ticket extends TicketOpening {
  readonly resolvedOn: IsoDate | undefined;
}

/** Every ticket known. One opened again after it was resolved is open. */
export function ticketsOf(facts: FactsByType): Ticket[] {
  const openings = latestBy(facts['ticket.opened'], ({ detail }) => detail.ticketId);
  const resolutions = latestBy(facts['ticket.resolved'], ({ detail }) => detail.ticketId);
  return [...openings.values()].map(({ detail }) => {
    const resolved = resolutions.get(detail.ticketId)?.detail.date;
    return { ...detail, resolvedOn: resolved && resolved >= detail.date ? resolved : undefined };
  });
}

/** What a ticket open on a day weighs: the graver, the nearer to integration and the older, the heavier. */
export const burdenOf = ({ severity, category, date }: TicketOpening, day: IsoDate): number =>
  ticketRule.severity[severity] * ticketRule.category[category] * along(ticketRule.age, daysBetween(date, day));
