import type { Evidence } from '../assessment.ts';
import { burdenOf, type Ticket } from '../tickets.ts';
import { sayCount, sayDate, sayList, sayNumber } from '../wording.ts';
import type { Told } from './evidence-of.ts';

/** "Satisfaction 8.5 of 10, recent answers weighing most (8 answers, the last 8.5 on 10 November 2026)". */
export function sayAnswers({ reading, dossier: { facts } }: Told): Evidence[] {
  const answers = facts['survey.answered'].map(({ detail }) => detail);
  const [first, last] = [answers[0], answers.at(-1)];
  if (!first || !last) return [];
  const mean = 1 + (9 * reading.unadjusted) / 100;
  const says = `Satisfaction ${sayNumber(mean)} of 10, recent answers weighing most (${sayCount(answers.length, 'answer')}, the last ${sayNumber(last.score)} on ${sayDate(last.date)})`;
  return [{ says, facts: answers.length, from: first.date, to: last.date, of: { types: ['survey.answered'] } }];
}

/** The tickets still open, the heaviest named. */
export function sayTickets({ dossier: { tickets, asOf } }: Told): Evidence[] {
  const from = tickets.map(({ date }) => date).sort()[0];
  if (!from) return [];
  const open = tickets
    .filter(({ resolvedOn }) => !resolvedOn)
    .map((ticket) => ({ ...ticket, burden: burdenOf(ticket, asOf) }))
    .sort((a, b) => b.burden - a.burden || (a.ticketId < b.ticketId ? -1 : 1));
  const says = sayOpen(open, tickets.length);
  return [{ says, facts: tickets.length, from, to: asOf, of: { types: ['ticket.opened', 'ticket.resolved'] } }];
}

function sayOpen(open: readonly Ticket[], all: number): string {
  if (open.length === 0) return `No ticket is open; ${sayCount(all, 'ticket')} recorded`;
  const worst = open
    .slice(0, 3)
    .map(({ severity, category, date }) => `${severity} ${category}, since ${sayDate(date)}`);
  const shown = open.length > worst.length ? 'weighing most' : 'open';
  return `${sayCount(open.length, 'open ticket')} of ${all} recorded; ${shown}: ${sayList(worst.map((it) => `"${it}"`))}`;
}
