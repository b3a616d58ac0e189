import type { Candidate, Decision, HoldReason, Mailing, PastMail } from '#shared/domain/cadence/mailing.ts';
import type { MailCalendar } from '#shared/domain/season/mail-calendar.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { dayMs, moment, type Office, type Proposal, type Reader, yearStart } from './simulated-offices.ts';

/** One mail that went out. */
export interface SentMail {
  readonly at: number;
  readonly contactId: string;
  /** The first led it. */
  readonly proposals: readonly Proposal[];
}

/** What became of everything that was proposed to one office. */
export interface Story {
  readonly office: Office;
  readonly sent: readonly SentMail[];
  readonly expired: readonly { readonly proposal: Proposal; readonly at: number; readonly reason: string }[];
  readonly waiting: readonly Proposal[];
  readonly holds: ReadonlySet<HoldReason>;
  readonly decisions: number;
}

/** The operator's switch stands off on these days of May. */
export const switchedOff = { from: Date.parse('2028-05-09T15:00:00Z'), until: Date.parse('2028-05-12T15:00:00Z') };

const quarterMs = 900_000;
const end = yearStart + 800 * dayMs;

/** Lives the year of one office, going from event to event, and on until nothing waits. */
export function liveYear(office: Office, arbiter: (mailing: Mailing) => readonly Decision[]): Story {
  const calendarAt = calendarsOf(office);
  const events = eventsOf(office);
  const waiting = new Map<string, Proposal>();
  const sent: SentMail[] = [];
  const expired: Story['expired'][number][] = [];
  const holds = new Set<HoldReason>();
  let [proposed, event, decisions] = [0, 0, 0];
  let lookAgainAt = Number.POSITIVE_INFINITY;
  for (;;) {
    const now = Math.min(events[event] ?? Number.POSITIVE_INFINITY, lookAgainAt);
    if (now > end) break;
    while ((events[event] ?? Number.POSITIVE_INFINITY) <= now) event += 1;
    for (; (office.proposals[proposed]?.proposedAt ?? end) <= now; proposed += 1) {
      const next = office.proposals[proposed];
      if (next) waiting.set(next.message.messageId, next);
    }
    lookAgainAt = Number.POSITIVE_INFINITY;
    const answer = arbiter(mailingAt(office, now, [...waiting.values()], sent, calendarAt(now)));
    for (const decision of answer) {
      decisions += 1;
      if (decision.decision === 'hold') {
        holds.add(decision.reason);
        lookAgainAt = Math.min(lookAgainAt, Date.parse(decision.until));
        if (Date.parse(decision.until) < now + 60_000)
          throw new Error(`held until ${decision.until} at ${moment(now)}`);
        continue;
      }
      const ids = decision.decision === 'send' ? decision.messageIds : [decision.messageId];
      const settled = ids.map((id) => take(waiting, id));
      if (decision.decision === 'send') sent.push({ at: now, contactId: decision.contactId, proposals: settled });
      else expired.push(...settled.map((proposal) => ({ proposal, at: now, reason: decision.reason })));
    }
    if (office.everyQuarter) lookAgainAt = Math.ceil(lookAgainAt / quarterMs) * quarterMs;
  }
  return { office, sent, expired, waiting: [...waiting.values()], holds, decisions };
}

function take(waiting: Map<string, Proposal>, id: string): Proposal {
  const found = waiting.get(id);
  if (!found) throw new Error(`${id} was decided though it did not wait`);
  waiting.delete(id);
  return found;
}

/** When something becomes known that no earlier answer could know of. */
const eventsOf = ({ proposals, readers }: Office): number[] =>
  [
    ...proposals.flatMap(({ proposedAt, approvedAt }) => [proposedAt, approvedAt]),
    ...readers.flatMap(({ suppressed, pause }) => [suppressed?.from ?? yearStart, pause?.from ?? yearStart]),
    switchedOff.from,
    switchedOff.until,
  ].toSorted((a, b) => a - b);

function mailingAt(
  office: Office,
  now: number,
  waiting: readonly Proposal[],
  sent: readonly SentMail[],
  calendar: MailCalendar,
): Mailing {
  return {
    now: moment(now),
    recipients: office.readers.map((reader) => recipientAt(reader, now)),
    waiting: waiting.map(({ message, approvedAt }): Candidate => ({ ...message, approved: approvedAt <= now })),
    past: sent.filter(({ at }) => at >= now - 35 * dayMs).flatMap(pastOf),
    ...calendar,
    paused: switchedOff.from <= now && now < switchedOff.until,
  };
}

const pastOf = ({ at, proposals: [first] }: SentMail): PastMail[] =>
  first ? [{ contactId: first.message.contactId, at: moment(at), priority: first.message.priority }] : [];

const recipientAt = ({ recipient, suppressed, pause }: Reader, now: number): Mailing['recipients'][number] => ({
  ...recipient,
  preferences: {
    ...recipient.preferences,
    ...(pause && pause.from <= now ? { pausedUntil: pause.until } : {}),
  },
  ...(suppressed && suppressed.from <= now
    ? { suppression: { because: suppressed.because, at: moment(suppressed.from) } }
    : {}),
});

/** Made once a year, as a loader would. */
function calendarsOf({ type }: Office) {
  const known = new Map<string, MailCalendar>();
  return (now: number): MailCalendar => {
    const today = moment(now).slice(0, 10) as IsoDate;
    const year = today.slice(0, 4);
    const calendar = known.get(year) ?? mailCalendar({ type, fiscalYearEnd: '06-30' }, today);
    known.set(year, calendar);
    return calendar;
  };
}
