import { currentFacts, type Fact } from '#shared/domain/facts/fact.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { explainChange, type ScoreChange } from '#shared/domain/health/explain-change.ts';
import { earliestReference, monthEarlier } from '#shared/domain/health/explain-reference.ts';
import { factsThen } from '#shared/domain/health/inputs.ts';
import { monthsOfEvidence } from '#shared/domain/health/model.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addMonths, firstDay, monthOf } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { digest } from './digest.ts';

/** An assessment, and the facts that counted when it was made, oldest first: `factsBehind` finds those of a sentence. */
export interface Grounded {
  readonly assessment: HealthAssessment;
  readonly counted: readonly Fact[];
}

/** An assessment, the one of a month earlier, and why the score moved between the two. */
export interface Explanation {
  readonly now: Grounded;
  readonly before?: Grounded;
  /** Absent unless both are scores. */
  readonly change?: ScoreChange;
}

/** Finds what explains an assessment: the one it is compared with, and the facts behind both. */
export async function loadExplanation(
  table: TableReader,
  clientId: ClientId,
  assessment: HealthAssessment,
): Promise<Explanation> {
  const { scoredOn } = assessment;
  const earlier = await health.between(table, clientId, earliestReference(scoredOn), scoredOn);
  const reference = monthEarlier(earlier, scoredOn);
  const from = firstDay(addMonths(monthOf(reference?.scoredOn ?? scoredOn), -monthsOfEvidence));
  const [leaders, recorded] = await Promise.all([
    facts.leadersBefore(table, clientId, from),
    facts.between(table, clientId, from, scoredOn),
  ]);
  const ground = async (made: HealthAssessment): Promise<Grounded> => {
    const inputs = await health.inputs(table, clientId, made.scoredOn);
    const known = [...leaders, ...recorded].filter(({ detail }) => detail.date <= made.scoredOn);
    // What was recorded since did not count; without inputs we can only assume that nothing was.
    return { assessment: made, counted: currentFacts(inputs ? factsThen(inputs, known, digest).facts : known) };
  };
  const now = await ground(assessment);
  if (!reference) return { now };
  const before = await ground(reference);
  return reference.outcome === 'scored' && assessment.outcome === 'scored'
    ? { now, before, change: explainChange(reference, assessment) }
    : { now, before };
}
