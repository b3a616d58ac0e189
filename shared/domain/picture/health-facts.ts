import { dimensionNames } from '../alerts/say-weakest.ts';
import { stated } from '../figures/stated.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { Evidence, HealthAssessment } from '../health/assessment.ts';
import { bandNames } from '../health/band.ts';
import type { ScoreChange } from '../health/explain-change.ts';
import { formatScore, type Score } from '../values/score.ts';
import { sentence } from './sentence.ts';

export interface HealthPicture {
  readonly assessment: HealthAssessment;
  readonly before: HealthAssessment | undefined;
  readonly change: ScoreChange | undefined;
  /** The ids of the facts a sentence rests on. */
  readonly sourcesOf: (evidence: Evidence) => string[];
}

/** Everything the latest score says, as facts: the score, each dimension with its evidence, and what moved since a month. */
export function healthFacts({ assessment, before, change, sourcesOf }: HealthPicture): GroundedFact[] {
  const { scoredOn, dimensions } = assessment;
  const of = [`health:${scoredOn}`];
  const scored = assessment.outcome === 'scored' ? [assessment] : [];
  return [
    stated('health.on', 'The day of the latest score', of, { kind: 'date', date: scoredOn }),
    ...scored.flatMap(({ score, band, trend }) => [
      mark('health.score', 'Health score now', of, score),
      stated('health.band', 'Health band now', of, { kind: 'phrase', text: bandNames[band].toLowerCase() }),
      stated('health.trend', 'How the score moved over 90 days', of, { kind: 'phrase', text: trends[trend] }),
    ]),
    ...(assessment.outcome === 'insufficient-data'
      ? [stated('health.missing', 'Why there is no score', of, { kind: 'phrase', text: sentence(assessment.missing) })]
      : []),
    ...(before?.outcome === 'scored' ? beforeFacts(before) : []),
    ...dimensions.flatMap(({ dimension, score, evidence }) => [
      ...(score === undefined ? [] : [mark(`${dimension}.score`, `${dimensionNames[dimension]} now`, of, score)]),
      ...evidence.slice(0, 3).map((each, at) =>
        stated(
          `${dimension}.evidence.${at + 1}`,
          `What ${dimensionNames[dimension].toLowerCase()} rests on`,
          sourcesOf(each),
          {
            kind: 'phrase',
            text: sentence(each.says),
          },
        ),
      ),
    ]),
    ...(change ? moves(change, of) : []),
  ];
}

const trends = { improving: 'improving', stable: 'stable', declining: 'declining', unknown: 'not known yet' } as const;

function beforeFacts({ score, scoredOn }: Extract<HealthAssessment, { outcome: 'scored' }>): GroundedFact[] {
  const of = [`health:${scoredOn}`];
  return [
    mark('health.before', 'Health score a month before', of, score),
    stated('health.before.on', 'The day of that score', of, { kind: 'date', date: scoredOn }),
  ];
}

/** What each dimension did to the score, those that moved it, the greatest loss first: `adoption.move`. */
const moves = ({ lines }: ScoreChange, of: string[]): GroundedFact[] =>
  lines
    .filter(({ hundredths }) => Math.abs(hundredths) >= 50)
    .toSorted((a, b) => a.hundredths - b.hundredths)
    .map(({ driver, hundredths }) => {
      const points = `${(Math.abs(hundredths) / 100).toFixed(1)} points`;
      const name = driver === 'season' ? 'The season' : dimensionNames[driver];
      return stated(`${driver}.move`, `What ${name.toLowerCase()} did to the score since a month before`, of, {
        kind: 'phrase',
        text: hundredths < 0 ? `${name} cost ${points}` : `${name} brought ${points}`,
      });
    });

/** A score is shown with one decimal and never rounded up, as everywhere. */
const mark = (id: string, says: string, of: string[], score: Score) =>
  stated(id, says, of, { kind: 'mark', value: Number(formatScore(score)), of: 100 });
