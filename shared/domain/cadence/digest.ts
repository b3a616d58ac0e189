import type { CadenceRules } from './cadence-rules.ts';
import type { Candidate } from './mailing.ts';
import { byPriority } from './turn.ts';

/** Messages in one mail; the first gives it its kind. */
export type Bundle = readonly [Candidate, ...Candidate[]];

/**
 * One mail of the messages (in order of turn) and one more, led by the most important one that can lead; or undefined
 * when they cannot travel together. Whatever does not lead must be digestible. A critical mail carries only critical
 * messages, or it would take the others past caps and quiet hours. A commercial message travels only under a commercial
 * one, since the first message also gives the mail its class.
 */
export function joined(bundle: Bundle, more: Candidate, { messagesPerMail }: CadenceRules): Bundle | undefined {
  const all = [...bundle, more];
  if (all.length > messagesPerMail) return undefined;
  if ((more.priority === 'critical') !== (bundle[0].priority === 'critical')) return undefined;
  const lead = all.toSorted(byPriority).find((first) => canLead(first, all));
  return lead && [lead, ...all.filter((message) => message !== lead)];
}

const canLead = (first: Candidate, all: readonly Candidate[]): boolean =>
  all.every(
    (message) =>
      message === first || (message.digestible && (message.class !== 'commercial' || first.class === message.class)),
  );
