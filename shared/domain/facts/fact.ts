import * as z from 'zod';
import type { ClientId } from '../values/ids.ts';
import { addDays, dateIn, Instant, type IsoDate } from '../values/iso-date.ts';
import { businessZone } from '../values/zone.ts';
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
  let subject = `${type}#${detail.date}`;
  for (const field of identifying[type]) subject += `#${(detail as Record<string, unknown>)[field] ?? ''}`;
  return subject;
}
/** With its date. */
const identifying: Readonly<Record<FactType, readonly string[]>> = {
  'usage.reported': ['product'],
  'survey.answered': ['surveyId', 'respondent'],
  'leadership.changed': ['role', 'change', 'school'],
  'invoice.issued': ['invoiceId'],
  'invoice.paid': ['invoiceId'],
  'ticket.opened': ['ticketId'],
  'ticket.resolved': ['ticketId'],
};

/** The facts that count, oldest first: one per subject, the latest recorded. The order they arrived in does not matter. */
export function currentFacts(facts: Iterable<Fact>): Fact[] {
  const current: Fact[] = [];
  let [date, from] = ['', 0];
  for (const fact of byDate([...facts])) {
    if (fact.detail.date !== date) [date, from] = [fact.detail.date, current.length];
    add(fact, current, from);
  }
  return current;
}

/** Sorts in place, if need be: facts come out of the table by date, thousands for a score. */
function byDate(facts: Fact[]): Fact[] {
  let before = '';
  for (const { detail } of facts) {
    if (before > detail.date) return facts.sort((a, b) => compare(a.detail.date, b.detail.date));
    before = detail.date;
  }
  return facts;
}

/** Adds a fact to those of its day, which are in order from there on; a thing is restated of the same day or not at all. */
function add(fact: Fact, current: Fact[], from: number): void {
  for (let at = from; at < current.length; at += 1) {
    const known = current[at];
    if (!known || !isRestated(known, fact)) continue;
    if (!supersedes(fact, known)) return;
    current.splice(at, 1);
    break;
  }
  let place = current.length;
  while (place > from && (current[place - 1]?.factId ?? '') > fact.factId) place -= 1;
  if (place === current.length) current.push(fact);
  else current.splice(place, 0, fact);
}

/** Whether two facts of one day have the same subject, without spelling it. */
function isRestated(one: Fact, other: Fact): boolean {
  if (one.type !== other.type) return false;
  const [is, was] = [other.detail, one.detail] as Record<string, unknown>[];
  for (const field of identifying[one.type]) if (was?.[field] !== is?.[field]) return false;
  return true;
}

const supersedes = (fact: Fact, known: Fact) =>
  (compare(fact.recordedAt, known.recordedAt) || compare(fact.factId, known.factId)) > 0;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const clientOf = (fact: Fact): ClientId => fact.detail.clientId;
export const dateOf = (fact: Fact): IsoDate => fact.detail.date;

/** No fact may be dated later than tomorrow, which has begun somewhere. */
export const latestDate = (now: Date): IsoDate => addDays(dateIn(businessZone, now), 1);
