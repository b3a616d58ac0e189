import { type Adoption, adoptionIn, bestAndWeakest, featureNames } from '../figures/adoption.ts';
import { cite } from '../figures/citation.ts';
import { rounded, sayMonthAndYear, share } from '../figures/stated.ts';
import { lastWholeMonth } from '../figures/tally.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { sayShare } from '../health/wording.ts';
import { addDays, addMonths, firstDay, type IsoMonth, lastDay, monthNumber, monthOf } from '../values/iso-date.ts';
import { type Proposal, proposeTo } from './proposal.ts';
import { recipientsFor } from './recipients.ts';
import type { Situation } from './situation.ts';
import { tempos } from './tempo.ts';

/** mission.md: at least 90 % adoption within six months of go-live. */
const goal = { share: 0.9, afterMonths: 6 } as const;
/** The twentieth. */
const startsOn = 19;

/**
 * One piece of advice from the twentieth on, when the last month shows a feature hardly used or, after half a year,
 * adoption short of the goal. A topic comes at most once a quarter: the quarter is in its occasion.
 */
export function recommendation(situation: Situation): Proposal[] {
  const { record, contacts, policies } = situation;
  const { today } = record;
  const [from, through] = [addDays(firstDay(monthOf(today)), startsOn), lastDay(monthOf(today))];
  const month = lastWholeMonth(today);
  const adoption = today < from ? undefined : adoptionIn(record, month);
  const topic = adoption && topicOf(situation, adoption, month);
  if (!topic) return [];
  return proposeTo(situation, {
    kind: 'recommendation',
    to: recipientsFor(policies.recommendation.audience, contacts, { prefer: 'powerUser', most: 1 }),
    occasion: `${topic.name}-${quarterOf(monthOf(today))}`,
    because: `${topic.because} in ${sayMonthAndYear(month)}.`,
    from,
    through,
    facts: topic.facts,
  });
}

interface Topic {
  readonly name: string;
  readonly because: string;
  readonly facts: readonly GroundedFact[];
}

function topicOf(
  { record: { client, contract, today } }: Situation,
  adoption: Adoption,
  month: IsoMonth,
): Topic | undefined {
  const weakest = adoption.features.at(-1);
  if (weakest && adoption.features.length > 1 && weakest.share < tempos[client.type].weakFeature)
    return {
      name: `feature-${weakest.feature}`,
      because: `${featureNames[weakest.feature]} was used by ${sayShare(weakest.share)} of seats`,
      facts: bestAndWeakest(adoption, month),
    };
  const longEnough = contract && addMonths(monthOf(contract.start), goal.afterMonths) <= monthOf(today);
  // As it is told: 89.6% reads "90%", which is not short of 90%.
  if (!longEnough || rounded(adoption.share, 2) >= goal.share) return undefined;
  const says = `Share of seats using a feature in ${sayMonthAndYear(month)}`;
  const sources = cite(adoption.facts, { type: 'usage.reported', metric: 'featureAdoption' });
  return {
    name: 'adoption',
    because: `Adoption was ${sayShare(adoption.share)}, short of the goal of ${sayShare(goal.share)},`,
    facts: share('adoption.share', says, sources, adoption.share),
  };
}

const quarterOf = (month: IsoMonth) => `${month.slice(0, 4)}-q${Math.ceil(monthNumber(month) / 3)}`;
