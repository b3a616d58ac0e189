import type { Client, Contract } from '../clients/client.ts';
import { currentFacts, type Fact } from '../facts/fact.ts';
import { type Forecast, forecastFor } from '../prediction/live/forecast.ts';
import { type LearnedSeasons, peerSeasonsOf } from '../prediction/live/learned-seasons.ts';
import type { PredictionModel } from '../prediction/model.ts';
import { addDays, type IsoDate } from '../values/iso-date.ts';
import type { Score } from '../values/score.ts';
import type { HealthAssessment } from './assessment.ts';
import { settleBand } from './band.ts';
import { type Composite, compose } from './compose.ts';
import { readAdoption } from './dimensions/adoption.ts';
import { readFinancial } from './dimensions/financial.ts';
import { readLeadership } from './dimensions/leadership.ts';
import { readSatisfaction } from './dimensions/satisfaction.ts';
import { readUsage } from './dimensions/usage.ts';
import { type Dossier, openDossier } from './dossier.ts';
import { sayMissing } from './missing.ts';
import { enoughConfidence, modelVersion, trendRule } from './model.ts';
import { publish, type Reading } from './reading.ts';
import { type SeasonedUse, saySeason, seasonedUse } from './season-of-use.ts';
import { trendBetween } from './trend.ts';
import { weights } from './weights.ts';

export { monthsOfEvidence } from './model.ts';

/** Everything a score may rest on. Facts dated after `asOf` are ignored, their order and repetition do not matter. */
export interface HealthEvidence {
  readonly client: Client;
  readonly contract: Contract | undefined;
  readonly facts: readonly Fact[];
  readonly asOf: IsoDate;
  /** The last assessment of an earlier day, for the hysteresis of bands; undefined for the first. */
  readonly previous: HealthAssessment | undefined;
  /** Seasons learned from all clients before `asOf`; without them the sporting calendar and the client's own past count. */
  readonly seasons?: LearnedSeasons | undefined;
  /** A trained model makes a forecast beside the score; without one there is none. */
  readonly model?: PredictionModel | undefined;
}

/**
 * Scores a client from recorded facts, with the explanation of the score; or says what is missing to score it.
 * Source of the model: health-model.md; its numbers are in `model.ts`.
 */
export function assessHealth(evidence: HealthEvidence): HealthAssessment {
  const { asOf, previous } = evidence;
  const current = currentFacts(evidence.facts);
  const { dossier, uses, readings, confidence, composite } = scoreOn(asOf, evidence, current);
  const common = { scoredOn: asOf, modelVersion, confidence, dimensions: readings.map(publish) };
  if (!composite) return { outcome: 'insufficient-data', ...common, missing: sayMissing(readings) };

  const { score, seasonFactor, drivers } = composite;
  return {
    outcome: 'scored',
    ...common,
    score,
    band: settleBand(score, previous?.outcome === 'scored' ? previous : undefined),
    seasonFactor,
    season: saySeason(uses, dossier),
    drivers: [...drivers],
    trend: trendBetween(earlierScore(evidence, current), score),
    ...forecastOf(evidence, dossier, score),
  };
}

function forecastOf({ model, seasons }: HealthEvidence, dossier: Dossier, score: Score): { forecast?: Forecast } {
  const forecast = model && forecastFor(dossier, score, model, seasons && peerSeasonsOf(seasons));
  return forecast ? { forecast } : {};
}

interface Scored {
  readonly dossier: Dossier;
  readonly uses: readonly SeasonedUse[];
  readonly readings: readonly Reading[];
  readonly confidence: number;
  /** Absent when too little is known. */
  readonly composite: Composite | undefined;
}

function scoreOn(
  asOf: IsoDate,
  about: Pick<HealthEvidence, 'client' | 'contract' | 'seasons'>,
  current: readonly Fact[],
): Scored {
  const dossier = openDossier(about, current, asOf);
  const uses = seasonedUse(dossier, about.seasons);
  const readings = [
    readUsage(dossier, uses),
    readSatisfaction(dossier, about.seasons),
    readAdoption(dossier),
    readFinancial(dossier),
    readLeadership(dossier),
  ];
  const known = readings.reduce((sum, reading) => sum + weights[reading.dimension] * reading.confidence, 0);
  const confidence = Math.round(known * 100) / 100;
  return {
    dossier,
    uses,
    readings,
    confidence,
    composite: confidence < enoughConfidence ? undefined : compose(readings),
  };
}

/** The score 90 days earlier from the facts of that time; absent when they reach back too little to judge by. */
function earlierScore({ asOf, client, contract, seasons }: HealthEvidence, current: readonly Fact[]) {
  // A leader may have been in office long before we came.
  const oldest = current.find(({ type }) => type !== 'leadership.changed')?.detail.date;
  if (!oldest || oldest > addDays(asOf, -trendRule.daysOfFacts)) return undefined;
  return scoreOn(addDays(asOf, -trendRule.days), { client, contract, seasons }, current).composite?.score;
}
