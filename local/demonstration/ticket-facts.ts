import type { Fact } from '#shared/domain/facts/fact.ts';
import type { TicketOpening } from '#shared/domain/facts/ticket.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { valueOn } from './curve.ts';
import { pick } from './random.ts';
import { workOn } from './season.ts';
import { type BusinessDay, chance, dayOf, tell } from './told-fact.ts';

/** The tickets of the story, and those of everyday work: at most one a day, most resolved within a day. */
export function ticketFacts(day: BusinessDay): Fact[] {
  const today = dayOf(day);
  const { tickets } = day.business;
  const opened = [...tickets.filter((ticket) => ticket.day === today), ...everyday(day)];
  const recent = Array.from({ length: longestDays + 1 }, (_, ago) => ({ ...day, date: addDays(day.date, -ago) }));
  const resolved = [...tickets, ...recent.flatMap(everyday)].filter((ticket) => ticket.resolvedOnDay === today);
  return [
    ...opened.map(({ severity, category, ...ticket }) => {
      return tell(day, 'ticket.opened', ticketId(ticket.day), { ticketId: ticketId(ticket.day), severity, category });
    }),
    ...resolved.map((ticket) => {
      return tell(day, 'ticket.resolved', ticketId(ticket.day), { ticketId: ticketId(ticket.day) });
    }),
  ];
}

type Ticket = BusinessDay['business']['tickets'][number];

const longestDays = 4;

function everyday(day: BusinessDay): Ticket[] {
  const random = chance(day, 'ticket');
  const opened = dayOf(day);
  const told = day.business.tickets.some((ticket) => ticket.day === opened);
  if (told || random() >= (valueOn(day.business.ticketsPerWeek, opened) / 5.4) * workOn(day.date)) return [];
  const category = pick(random, categories, 'question');
  const severity = pick(random, severities, 'normal');
  return [{ day: opened, category, severity, resolvedOnDay: opened + pick(random, daysToResolve, 0) }];
}

/** Unique within the client: there is at most one ticket a day. Mail puts the word before it. */
const ticketId = (opened: number): string => `T-${opened + 1000}`;

const categories: readonly (readonly [TicketOpening['category'], number])[] = [
  ['question', 5],
  ['training', 2],
  ['defect', 1.5],
  ['integration', 0.7],
  ['other', 0.8],
];
const severities: readonly (readonly [TicketOpening['severity'], number])[] = [
  ['low', 4],
  ['normal', 5],
  ['high', 0.8],
];
const daysToResolve: readonly (readonly [number, number])[] = [
  [0, 6],
  [1, 3.5],
  [3, 0.3],
  [longestDays, 0.2],
];
