import { assessHealth, type HealthEvidence } from '#shared/domain/health/assess-health.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { type HealthInputs, inputsOf } from '#shared/domain/health/inputs.ts';
import { digest } from './digest.ts';
import type { LoadedEvidence } from './load-evidence.ts';

/** An assessment and what it was made from. */
export interface Made {
  readonly assessment: HealthAssessment;
  readonly inputs: HealthInputs;
}

/** Assesses, keeping what is needed to do it again (`recompute.ts`). */
export const assess = (evidence: LoadedEvidence & Pick<HealthEvidence, 'previous'>): Made => ({
  assessment: assessHealth(evidence),
  inputs: inputsOf(evidence, evidence.from, digest),
});
