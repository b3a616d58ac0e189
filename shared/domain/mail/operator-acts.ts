import type { Instant } from '../values/iso-date.ts';
import type { Letter } from './letter.ts';
import type { Message, WaitingMessage } from './message.ts';

/** How long an approval holds: what was true of a client three days ago may not be true today. */
export const approvalHours = 72;

/** The operator read exactly this text (its hash) and wants it sent. */
export const approved = (message: WaitingMessage, of: string, at: Instant): WaitingMessage => ({
  ...withoutHold(message),
  approval: { state: 'given', at, of },
});

/** Whether an approval covers this text at this time; any change asks again. */
export const isApproved = ({ approval }: WaitingMessage, hash: string, now: Instant): boolean =>
  approval.state === 'not-needed' ||
  (approval.state === 'given' && approval.of === hash && hoursBetween(approval.at, now) < approvalHours);

/** Asked again, because. */
export const asksAgain = (message: WaitingMessage, because: string): WaitingMessage => ({
  ...message,
  approval: { state: 'waiting', because },
});

/** Not before then. */
export const held = (message: WaitingMessage, until: Instant): WaitingMessage => ({
  ...withoutHold(message),
  heldUntil: until,
});

/** In the operator's own words: which need approval like any new text. */
export const edited = (message: WaitingMessage, draft: Letter): WaitingMessage => ({
  ...withoutHold(message),
  draft,
  approval: { state: 'waiting', because: 'The text was edited.' },
});

/** Never. */
export function cancelled(message: WaitingMessage, at: Instant, reason: string): Message {
  const { hold: _, ...rest } = message;
  return { ...rest, status: 'cancelled', at, reason };
}

function withoutHold(message: WaitingMessage): WaitingMessage {
  const { hold: _, ...rest } = message;
  return rest;
}

const hoursBetween = (from: Instant, to: Instant) => (Date.parse(to) - Date.parse(from)) / 3_600_000;
