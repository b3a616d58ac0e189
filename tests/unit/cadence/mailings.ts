import { arbitrate } from '#shared/domain/cadence/arbitrate.ts';
import type { CadenceRules } from '#shared/domain/cadence/cadence-rules.ts';
import type { Blackout, Candidate, Decision, Mailing, PastMail, Recipient } from '#shared/domain/cadence/mailing.ts';
import { Preferences } from '#shared/domain/mail/preferences.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import { day } from '#tests/fixtures/world.ts';

export const at = (text: string): Instant => instantOf(new Date(text));
export const who = (text: string): ContactId => ContactId.parse(text);

/** Wednesday, nine in the morning in Chicago. */
export const wednesday = at('2026-10-07T14:00:00Z');

export const message = (messageId: string, change: Partial<Candidate> = {}): Candidate => ({
  messageId,
  contactId: who('scheduler'),
  kind: 'recommendation',
  priority: 'normal',
  class: 'relationship',
  season: 'outside-blackouts',
  digestible: false,
  approved: true,
  notBefore: at('2026-10-01T12:00:00Z'),
  expiresAt: at('2027-10-01T12:00:00Z'),
  ...change,
});

export const person = (
  contactId: string,
  preferences: Partial<Preferences> = {},
  change: Partial<Recipient> = {},
): Recipient => ({
  contactId: who(contactId),
  timeZone: 'America/Chicago',
  preferences: { ...Preferences.parse({}), ...preferences },
  ...change,
});

export const sent = (contactId: string, moment: string, priority: PastMail['priority'] = 'normal'): PastMail => ({
  contactId: who(contactId),
  at: at(moment),
  priority,
});

export const days = (from: string, to: string): Blackout => ({ from: day(from), to: day(to), because: 'a test' });

/** An office in Chicago on a quiet Wednesday morning, with what is given changed. */
export const mailing = (waiting: readonly Candidate[], change: Partial<Mailing> = {}): Mailing => ({
  now: wednesday,
  recipients: [person('scheduler'), person('compliance'), person('commissioner')],
  waiting,
  past: [],
  blackouts: [],
  trainingWindows: [],
  paused: false,
  ...change,
});

/** One word or two for each message: `sent`, `sent in m1`, `contact-week 2026-10-14T14:00Z`, `stale`. */
export function outcomes(office: Mailing, rules?: CadenceRules): Record<string, string> {
  return Object.fromEntries(arbitrate(office, rules).flatMap(outcomesOf));
}

function outcomesOf(decision: Decision): [string, string][] {
  if (decision.decision === 'expire') return [[decision.messageId, decision.reason]];
  if (decision.decision === 'hold') return [[decision.messageId, `${decision.reason} ${short(decision.until)}`]];
  const [first, ...others] = decision.messageIds;
  return [[first, 'sent'], ...others.map((id): [string, string] => [id, `sent in ${first}`])];
}

const short = (instant: Instant) => instant.replace(':00.000Z', 'Z');

/** What becomes of one message. */
export const outcome = (waiting: Candidate, change: Partial<Mailing> = {}, rules?: CadenceRules): string | undefined =>
  outcomes(mailing([waiting], change), rules)[waiting.messageId];
