import { Priority } from '../mail/message-kind.ts';
import type { CadenceRules } from './cadence-rules.ts';
import type { Candidate } from './mailing.ts';

const dayMs = 86_400_000;

/**
 * Messages in order of turn: critical before high before the others; among equals by when a message was ready plus the days
 * its priority steps back. Waiting moves a message forward, and whatever becomes ready later cannot overtake its equals.
 */
export function inTurn(waiting: readonly Candidate[], { first, stepsBackDays }: CadenceRules): Candidate[] {
  const group = ({ priority }: Candidate) => (first.includes(priority) ? first.indexOf(priority) : first.length);
  const due = ({ priority, notBefore }: Candidate) =>
    Date.parse(notBefore) + (priority === 'normal' || priority === 'low' ? stepsBackDays[priority] * dayMs : 0);
  return waiting
    .map((message) => ({ message, group: group(message), due: due(message) }))
    .toSorted(
      (a, b) => a.group - b.group || a.due - b.due || byPriority(a.message, b.message) || byId(a.message, b.message),
    )
    .map(({ message }) => message);
}

/** Critical first, low last. */
export const byPriority = (a: Candidate, b: Candidate): number => rank(a) - rank(b);

const rank = ({ priority }: Candidate) => Priority.options.indexOf(priority);

const byId = (a: Candidate, b: Candidate) => (a.messageId < b.messageId ? -1 : Number(a.messageId > b.messageId));
