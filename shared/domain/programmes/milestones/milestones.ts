import { type Milestone, milestoneFacts } from '../../figures/milestone-facts.ts';
import type { TrackRecord } from '../../figures/track-record.ts';
import { sayDate } from '../../health/wording.ts';
import { addDays } from '../../values/iso-date.ts';
import { type Proposal, proposeTo } from '../proposal.ts';
import { leadersAndOwners } from '../recipients.ts';
import type { Situation } from '../situation.ts';
import { tempos } from '../tempo.ts';
import { adoptionLevels, anniversary, firstSchedule } from './firsts.ts';
import { hoursTotal, savingsTotal, totalsReached } from './totals.ts';

/** Later than this nobody is congratulated: it would show that we had not noticed. */
const daysAfter = 30;

/** Congratulations on what was reached in the last thirty days. Its key is the occasion, so each comes once. */
export function milestones(situation: Situation): Proposal[] {
  const { record, contacts, policies } = situation;
  const to = leadersAndOwners(policies.milestone.audience, contacts, { executives: 1, owners: 1 });
  return milestonesOf(record).flatMap((milestone) =>
    proposeTo(situation, {
      kind: 'milestone',
      to,
      occasion: milestone.key,
      because: `Reached ${milestone.name} on ${sayDate(milestone.reached)}.`,
      from: milestone.reached,
      through: addDays(milestone.reached, daysAfter),
      strict: true,
      facts: milestoneFacts(milestone),
    }),
  );
}

/** Everything ever reached, as far as the record tells, up to today. */
function milestonesOf(record: TrackRecord): Milestone[] {
  const { savings, hours } = tempos[record.client.type];
  return [
    ...firstSchedule(record),
    ...totalsReached(record, savingsTotal, savings),
    ...totalsReached(record, hoursTotal, hours),
    ...adoptionLevels(record),
    ...anniversary(record),
  ];
}
