import type { Contact } from '../clients/client.ts';
import { sayMonthAndYear } from '../figures/stated.ts';
import { lastWholeMonth } from '../figures/tally.ts';
import { MeetingId } from '../meetings/meeting.ts';
import { addDays, type IsoDate, type IsoMonth, lastDay, monthOf } from '../values/iso-date.ts';
import { isFirstContract } from './first-contract.ts';
import { type Proposal, proposeTo, type WantedMeeting } from './proposal.ts';
import { leadersAndOwners } from './recipients.ts';
import type { Situation } from './situation.ts';
import { tempos } from './tempo.ts';
import { workingDaysOf } from './working-days.ts';

/**
 * Every active client, every month: the month before in figures and a meeting, to executives and the day-to-day owner, from
 * the first working day on. It goes first, so the first ten days suffice; where blackouts or approval took those, any working
 * day that is left of the month will do, for without a review no month may end. Not of a month before the first contract.
 */
export function monthlyReview(situation: Situation): Proposal[] {
  const { record, contacts, policies, calendar } = situation;
  const { client, contract, today } = record;
  const month = lastWholeMonth(today);
  const days = workingDaysOf(monthOf(today), calendar.blackouts);
  const [first, last] = [days[0], days.at(-1)];
  const hasBegun = !contract || contract.start <= lastDay(month) || !isFirstContract(record);
  if (!first || !last || !hasBegun) return [];
  const { reviewReaders } = tempos[client.type];
  const to = leadersAndOwners(policies['monthly-review'].audience, contacts, reviewReaders);
  return proposeTo(situation, {
    kind: 'monthly-review',
    to,
    occasion: month,
    because: `${sayMonthAndYear(month)} is over; the review goes out as early in the next month as its calendar allows.`,
    from: first,
    through: last,
    strict: true,
    ...(to.length > 0 ? { meeting: meetingAbout(situation, month, to, addDays(first, daysAfterMail)) } : {}),
  });
}

/** A week after the first reader the caps let the last one have the mail; the meeting is to fall into the same month still. */
const daysAfterMail = 9;

const meetingAbout = (
  { record: { client } }: Situation,
  month: IsoMonth,
  to: readonly Contact[],
  earliest: IsoDate,
): WantedMeeting => ({
  meetingId: MeetingId.parse(`monthly-review-${month}`),
  purpose: 'monthly-review',
  occasion: month,
  contactIds: to.map(({ contactId }) => contactId),
  minutes: tempos[client.type].reviewMinutes,
  earliest,
});
