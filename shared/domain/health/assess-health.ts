import type { Client, Contract } from '../clients/client.ts';
import type { Fact } from '../facts/fact.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { HealthAssessment } from './assessment.ts';

/** Everything a score may rest on. Facts dated after `asOf` are ignored, their order and repetition do not matter. */
export interface HealthEvidence {
  readonly client: Client;
  readonly contract: Contract | undefined;
  readonly facts: readonly Fact[];
  readonly asOf: IsoDate;
  /** The last assessment of an earlier day, for the hysteresis of bands; undefined for the first. */
  readonly previous: HealthAssessment | undefined;
}

/** How many months of facts a score looks at. */
export const monthsOfEvidence = 24;

/** Scores a client from recorded facts, with the explanation of the score. */
export function assessHealth(evidence: HealthEvidence): HealthAssessment {
  throw new Error(`being written ${evidence.asOf}`);
}
