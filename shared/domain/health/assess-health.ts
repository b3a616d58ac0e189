import type { Client, Contract } from '../clients/client.ts';
import { currentFacts, type Fact } from '../facts/fact.ts';
import { monthIndex } from '../prediction/history/history.ts';
import { cutPanel } from '../prediction/history/panel.ts';
import { forecastFor } from '../prediction/live/forecast.ts';
import { panelOfFacts } from '../prediction/live/history-of-facts.ts';
import { type LearnedSeasons, peersOf } from '../prediction/live/learned-seasons.ts';
import type { PredictionModel } from '../prediction/model.ts';
import { adjust } from '../prediction/season/adjust.ts';
import { addDays, type IsoDate, monthOf } from '../values/iso-date.ts';
import type { HealthAssessment } from './assessment.ts';
import { openDossier } from './dossier.ts';
import { evidenceOf } from './evidence/evidence-of.ts';
import { groundsOfFacts } from './grounds-of-facts.ts';
import { sayMissing } from './missing.ts';
import { modelVersion, trendRule } from './model.ts';
import { publish } from './publish.ts';
import { groundsOfHistory } from './score/grounds.ts';
import { scorePanel } from './score/score-panel.ts';
import { saySeason } from './season-in-words.ts';
import { trendBetween } from './trend.ts';

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
 * Scores a client from recorded facts, with the explanation of the score; or says what is missing to score it. The facts
 * become a month-by-month history and are scored by the code that scores histories (`score/`); the sentences come from the facts.
 */
export function assessHealth(evidence: HealthEvidence): HealthAssessment {
  const { client, asOf, previous, seasons, model } = evidence;
  const current = currentFacts(evidence.facts);
  const dossier = openDossier(evidence, current, asOf);
  const peers = peersOf(seasons, client.type);
  const panel = panelOfFacts(dossier);
  const adjusted = adjust(panel, peers.seasons);
  const banded = previous?.outcome === 'scored' ? previous : undefined;
  const { readings, confidence, composite, band } = scorePanel(
    panel,
    adjusted,
    peers,
    groundsOfFacts(dossier, panel),
    banded,
  );
  const about = { dossier, panel, adjusted };
  const dimensions = readings.map((reading) => publish(reading, composite, evidenceOf(reading, about)));
  const common = {
    scoredOn: asOf,
    modelVersion,
    ...(seasons ? { peersOf: seasons.learnedOn } : {}),
    confidence,
    dimensions,
  };
  if (!composite || !band) return { outcome: 'insufficient-data', ...common, missing: sayMissing(readings) };

  const { score, seasonFactor, drivers } = composite;
  const earlier = (): number | undefined => {
    if (!reachesBack(current, asOf)) return undefined;
    const then = cutPanel(panel, monthIndex(monthOf(asOf)) - trendRule.months);
    return scorePanel(then, adjust(then, peers.seasons), peers, groundsOfHistory(then)).composite?.score;
  };
  const forecast = model && forecastFor(adjusted, score, model);
  return {
    outcome: 'scored',
    ...common,
    score,
    band,
    seasonFactor,
    season: saySeason(dossier, adjusted),
    drivers: [...drivers],
    trend: trendBetween(earlier(), score),
    ...(forecast ? { forecast } : {}),
  };
}

/** Whether enough was known three months earlier. A leader may have been in office long before we came. */
function reachesBack(current: readonly Fact[], asOf: IsoDate): boolean {
  const oldest = current.find(({ type }) => type !== 'leadership.changed')?.detail.date;
  return oldest !== undefined && oldest <= addDays(asOf, -trendRule.daysOfFacts);
}
