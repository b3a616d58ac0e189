import { localDay, readerOf, wrongDay, wrongHour, zoneOf } from './oracle.ts';
import { dayMs, type Proposal } from './simulated-offices.ts';
import type { Story } from './simulated-year.ts';

/** How long a high message was free to go and did not. */
export interface Wait {
  readonly messageId: string;
  /** Days on which it was ready, and which were neither weekend, nor out of season, nor in a pause. */
  readonly workingDays: number;
  /** What the caps can cost: each high message to the same person before it a week or month, and the office's queue. */
  readonly allowed: number;
  readonly stale: boolean;
  readonly monthly: boolean;
}

/** Three weeks of working days: at two mails a week, six high messages to others in the office. */
const officeQueue = 15;

/** The waits of all high messages, sent or stale. */
export function waitsOf(story: Story): Wait[] {
  const settled = [
    ...story.sent.flatMap(({ at, proposals }) => proposals.map((proposal) => ({ at, proposal, stale: false }))),
    ...story.expired
      .filter(({ reason }) => reason === 'stale')
      .map(({ at, proposal }) => ({ at, proposal, stale: true })),
  ];
  const high = settled.filter(({ proposal }) => proposal.message.priority === 'high');
  return high.map(({ at, proposal, stale }) => {
    const { contactId, heldUntil, notBefore, messageId } = proposal.message;
    const ready = Math.max(proposal.approvedAt, Date.parse(notBefore), heldUntil ? Date.parse(heldUntil) : 0);
    const before = high.filter(
      (other) => other.proposal.message.contactId === contactId && !other.stale && other.at >= ready && other.at < at,
    );
    const monthly = readerOf(story, contactId).recipient.preferences.frequency === 'monthly';
    return {
      messageId: `${story.office.officeId} ${messageId}`,
      workingDays: workingDays(ready, at, proposal, story),
      allowed: (monthly ? 20 : 5) * (1 + before.length) + officeQueue,
      stale,
      monthly,
    };
  });
}

function workingDays(from: number, to: number, proposal: Proposal, story: Story): number {
  const { contactId } = proposal.message;
  const reader = readerOf(story, contactId);
  let count = 0;
  for (let at = from + dayMs; at <= to; at += dayMs) {
    const asMail = { at, contactId, proposals: [proposal] };
    const weekend = wrongHour(asMail, reader).some((broken) => broken.startsWith('weekend'));
    const { pause } = reader;
    const paused = pause && pause.from <= at && localDay(zoneOf(reader.recipient), at) < pause.until;
    if (!weekend && !paused && wrongDay(asMail, reader, story).length === 0) count += 1;
  }
  return count;
}
