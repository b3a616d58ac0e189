import { dimensionNames } from '../alerts/say-weakest.ts';
import { share, stated } from '../figures/stated.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { Evidence, HealthAssessment } from '../health/assessment.ts';
import { bandNames } from '../health/band.ts';
import type { ChangeLine, ScoreChange } from '../health/explain-change.ts';
import type { Forecast } from '../prediction/live/forecast.ts';
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
export function healthFacts(picture: HealthPicture): GroundedFact[] {
  const { assessment, before, change, sourcesOf } = picture;
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
    ...scored.flatMap(({ forecast }) => (forecast ? forecastFacts(forecast, of) : [])),
    ...(assessment.outcome === 'insufficient-data'
      ? [stated('health.missing', 'Why there is no score', of, { kind: 'phrase', text: sentence(assessment.missing) })]
      : []),
    ...(before?.outcome === 'scored' ? beforeFacts(before) : []),
    ...dimensions.flatMap(({ dimension, score, evidence }) => [
      ...(score === undefined ? [] : [mark(`${dimension}.score`, `${dimensionNames[dimension]} now`, of, score)]),
      ...evidence.slice(0, dimension === 'leadership' ? postsTold : evidenceTold).map((each, at) =>
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
    ...(change ? moves(change, picture) : []),
  ];
}

const evidenceTold = 3;
/** Who is in office since when is asked for by post. */
const postsTold = 8;

const trends = { improving: 'improving', stable: 'stable', declining: 'declining', unknown: 'not known yet' } as const;

function beforeFacts({ score, scoredOn }: Extract<HealthAssessment, { outcome: 'scored' }>): GroundedFact[] {
  const of = [`health:${scoredOn}`];
  return [
    mark('health.before', 'Health score a month before', of, score),
    stated('health.before.on', 'The day of that score', of, { kind: 'date', date: scoredOn }),
  ];
}

/** What each dimension did to the score, those that moved it, the greatest loss first: `adoption.move`. */
const moves = ({ lines }: ScoreChange, picture: HealthPicture): GroundedFact[] =>
  lines
    .filter(({ hundredths }) => Math.abs(hundredths) >= 50)
    .toSorted((a, b) => a.hundredths - b.hundredths)
    .flatMap((line) => {
      const { driver, hundredths } = line;
      const points = `${(Math.abs(hundredths) / 100).toFixed(1)} points`;
      const name = driver === 'season' ? 'The season' : dimensionNames[driver];
      const says = `What ${name.toLowerCase()} did to the score since a month before`;
      return [
        stated(`${driver}.move`, says, [`health:${picture.assessment.scoredOn}`], {
          kind: 'phrase',
          text: hundredths < 0 ? `${name} cost ${points}` : `${name} brought ${points}`,
        }),
        ...causeOf(line, picture),
      ];
    });

/** The evidence of the metric that moved its dimension most, the way the dimension moved: `adoption.cause`. */
function causeOf({ driver, hundredths, metrics = [] }: ChangeLine, { assessment, sourcesOf }: HealthPicture) {
  const sign = Math.sign(hundredths);
  const [most] = metrics.toSorted((a, b) => sign * (b.hundredths - a.hundredths));
  const evidence = assessment.dimensions
    .find(({ dimension }) => dimension === driver)
    ?.evidence.find(({ metric }) => metric !== undefined && metric === most?.metric);
  if (!evidence) return [];
  const [label, says] = [most?.label ?? '', sentence(evidence.says)];
  const text = startingLow(says.startsWith(label) ? says : `${label}; now: ${says}`);
  return [stated(`${driver}.cause`, 'What that move comes from most', sourcesOf(evidence), { kind: 'phrase', text })];
}

const startingLow = (says: string) => says.charAt(0).toLowerCase() + says.slice(1);

/** What the trained model expects, and what it learned from where that was not reality. */
const forecastFacts = (forecast: Forecast, of: string[]): GroundedFact[] => [
  stated('forecast.trend', 'Expected trend of satisfaction, a forecast', of, {
    kind: 'phrase',
    text: `${forecast.label} over the next quarter`,
  }),
  ...share('forecast.chance', 'How likely the forecast holds that trend', of, forecast[forecast.label]),
  ...share('forecast.renewal', 'Chance that they stay at their renewal, a forecast', of, forecast.renewalProbability),
  ...(forecast.fromSimulatedData
    ? [
        stated('forecast.basis', 'What the forecast learned from', of, {
          kind: 'phrase',
          text: 'it learned from simulated portfolios, for real outcomes are too few yet',
        }),
      ]
    : []),
];

/** A score is shown with one decimal and never rounded up, as everywhere. */
const mark = (id: string, says: string, of: string[], score: Score) =>
  stated(id, says, of, { kind: 'mark', value: Number(formatScore(score)), of: 100 });
