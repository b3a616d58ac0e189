import * as z from 'zod';
import type { ClientId } from '../values/ids.ts';
import { Instant, type IsoDate } from '../values/iso-date.ts';
import { InvoiceIssue, InvoicePayment } from './billing.ts';
import { LeadershipChange } from './leadership.ts';
import { SurveyAnswer } from './survey.ts';
import { TicketOpening, TicketResolution } from './ticket.ts';
import { UsageReport } from './usage.ts';

/** What is recorded of clients: the kind of fact and its shape. Facts are never changed, only superseded by later ones. */
export const factDetails = {
  'usage.reported': UsageReport,
  'survey.answered': SurveyAnswer,
  'leadership.changed': LeadershipChange,
  'invoice.issued': InvoiceIssue,
  'invoice.paid': InvoicePayment,
  'ticket.opened': TicketOpening,
  'ticket.resolved': TicketResolution,
} as const;
export type FactType = keyof typeof factDetails;
export const FactType = z.enum(Object.keys(factDetails) as [FactType, ...FactType[]]);

export type FactDetail<T extends FactType = FactType> = z.infer<(typeof factDetails)[T]>;

/**
 * A recorded fact. `factId` identifies the delivery that brought it, so the same delivery twice is one fact;
 * `recordedAt` decides between two facts about the same thing (the later one counts).
 */
export type Fact<T extends FactType = FactType> = {
  [K in T]: { factId: string; type: K; recordedAt: Instant; detail: FactDetail<K> };
}[T];

/** Reads a fact that came from outside this process. */
export function parseFact(stored: unknown): Fact {
  const { type, ...rest } = Envelope.parse(stored);
  return { ...rest, type, detail: factDetails[type].parse(rest.detail) } as Fact;
}

const Envelope = z.object({ factId: z.string(), type: FactType, recordedAt: Instant, detail: z.unknown() });

/** What a fact is about: two facts with the same subject restate one thing, and the later recorded one counts. */
export function subjectOf({ type, detail }: Fact): string {
  let subject: string = type;
  for (const field of identifying) subject += `#${(detail as Record<string, unknown>)[field] ?? ''}`;
  return subject;
}
const identifying = ['date', 'product', 'surveyId', 'respondent', 'role', 'change', 'school', 'invoiceId', 'ticketId'];

/** The facts that count, oldest first: one per subject, the latest recorded. The order they arrived in does not matter. */
export function currentFacts(facts: Iterable<Fact>): Fact[] {
  const latest = new Map<string, Fact>();
  for (const fact of facts) {
    const subject = subjectOf(fact);
    const known = latest.get(subject);
    if (!known || supersedes(fact, known)) latest.set(subject, fact);
  }
  return [...latest.values()].sort((a, b) => compare(a.detail.date, b.detail.date) || compare(a.factId, b.factId));
}

const supersedes = (fact: Fact, known: Fact) =>
  (compare(fact.recordedAt, known.recordedAt) || compare(fact.factId, known.factId)) > 0;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const clientOf = (fact: Fact): ClientId => fact.detail.clientId;
export const dateOf = (fact: Fact): IsoDate => fact.detail.date;
