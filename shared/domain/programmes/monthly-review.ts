import { sayMonthAndYear } from '../figures/stated.ts';
import { lastWholeMonth } from '../figures/tally.ts';
import { textHash } from '../figures/text-hash.ts';
import { addDays, type IsoDate, lastDay, monthOf } from '../values/iso-date.ts';
import { isFirstContract } from './first-contract.ts';
import { localMoment, type Proposal, type ProposedMeeting, proposeTo } from './proposal.ts';
import { leadersAndOwners } from './recipients.ts';
import type { Situation } from './situation.ts';
import { tempos } from './tempo.ts';
import { workingDays, workingDaysOf } from './working-days.ts';

const windowDays = 10;

/**
 * Every active client, every month: the month before in figures and a meeting, to executives and the day-to-day owner, from
 * the first to the tenth working day. Not of a month before the first contract.
 */
export function monthlyReview(situation: Situation): Proposal[] {
  const { record, contacts, policies, calendar } = situation;
  const { client, contract, today } = record;
  const month = lastWholeMonth(today);
  const days = workingDaysOf(monthOf(today), calendar.blackouts).slice(0, windowDays);
  const [first, last] = [days[0], days.at(-1)];
  const hasBegun = !contract || contract.start <= lastDay(month) || !isFirstContract(record);
  if (!first || !last || !hasBegun) return [];
  const { reviewReaders } = tempos[client.type];
  const to = leadersAndOwners(policies['monthly-review'].audience, contacts, reviewReaders);
  const meeting =
    to.length > 0
      ? meetingAfter(
          situation,
          last,
          to.map(({ contactId }) => contactId),
        )
      : undefined;
  return proposeTo(situation, {
    kind: 'monthly-review',
    to,
    occasion: month,
    because: `${sayMonthAndYear(month)} is over; the review goes out in the first ten working days.`,
    from: first,
    through: last,
    strict: true,
    ...(meeting ? { meeting } : {}),
  });
}

/** Hours at which an office has time, in minutes after midnight. */
const hours = [10 * 60, 11 * 60, 14 * 60, 15 * 60];
const meetingDays = [2, 3, 4];

/**
 * Some days after the last mail can arrive, Tuesday to Thursday. There is one operator, so each client has a day and an hour
 * of its own as far as there are enough.
 */
function meetingAfter({ record, calendar }: Situation, last: IsoDate, participants: ProposedMeeting['participants']) {
  const { client, today } = record;
  const free = workingDays(addDays(last, 3), addDays(last, 45), calendar.blackouts)
    .filter((date) => meetingDays.includes(new Date(date).getUTCDay()))
    .slice(0, 6);
  const place = textHash(client.clientId);
  const [date, hour] = [free[place % free.length], hours[(place >>> 8) % hours.length]];
  if (!date || hour === undefined) return undefined;
  return {
    meetingId: `monthly-review-${lastWholeMonth(today)}`,
    at: localMoment(client.timeZone, date, hour),
    zone: client.timeZone,
    minutes: tempos[client.type].reviewMinutes,
    participants,
  };
}
