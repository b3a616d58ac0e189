import { sayMove, sayMovers, workingsOf } from '#functions/dashboard/explain-score.ts';
import { driverNames, percent, points, shortDate } from '#functions/dashboard/words.ts';
import type { Explanation, Grounded } from '#functions/score-client/load-explanation.ts';
import type { Dimension, DimensionReading, Evidence } from '#shared/domain/health/assessment.ts';
import type { ScoreChange } from '#shared/domain/health/explain-change.ts';
import { axisAround, waterfall, wholeAxis } from '#shared/domain/health/explain-waterfall.ts';
import { factsBehind } from '#shared/domain/health/facts-behind.ts';
import { sayCount } from '#shared/domain/health/wording.ts';
import { describeAssessment } from './describe-health.ts';
import { type Bar, drawWaterfall } from './draw-waterfall.ts';
import { bold } from './terminal.ts';

/** A score as a waterfall, its change since last month as another, and what each line rests on. */
export function describeExplanation({ now, before, change }: Explanation): string {
  const { assessment } = now;
  return [
    `${describeAssessment(assessment)}; ${percent(assessment.confidence)} confidence; scored on ${assessment.scoredOn} by model ${assessment.modelVersion}`,
    ...(assessment.outcome === 'scored' ? ['', describeScore(assessment)] : []),
    ...(before
      ? ['', describeReference(before, now, change)]
      : ['', 'There is no score of about a month earlier to compare with.']),
    '',
    bold('What each line rests on'),
    ...assessment.dimensions.flatMap(({ dimension }) => describeDimension(dimension, now, before)),
  ].join('\n');
}

function describeScore(assessment: Parameters<typeof workingsOf>[0]): string {
  const whole = Math.round(assessment.score * 100);
  const bars: Bar[] = [
    ...waterfall(0, workingsOf(assessment)).map((line) => ({
      ...line,
      name: driverNames[line.driver],
      points: points(line.hundredths, true),
      kind: 'part' as const,
    })),
    { name: 'Score', how: 'sum of the lines above', points: points(whole), from: 0, to: whole, kind: 'whole' },
  ];
  return [bold('How the score comes about'), drawWaterfall(bars, wholeAxis), `  Season: ${assessment.season}`].join(
    '\n',
  );
}

function describeReference(
  { assessment: was }: Grounded,
  { assessment: is }: Grounded,
  change: ScoreChange | undefined,
) {
  const since = `Since ${shortDate(was.scoredOn)}`;
  if (!change || was.outcome !== 'scored' || is.outcome !== 'scored')
    return `${bold(since)}: nothing to compare, for ${was.outcome === 'scored' ? 'now there is' : 'then there was'} insufficient data.`;
  const start = Math.round(was.score * 100);
  const steps = waterfall(start, change.lines);
  const bars: Bar[] = steps.map((line) => ({
    name: driverNames[line.driver],
    how: sayMove(line),
    points: points(line.hundredths, true),
    from: line.from,
    to: line.to,
    kind: 'move',
  }));
  const title = `${bold(since)}: ${points(change.hundredths, true)} points, ${was.score.toFixed(2)} then, ${is.score.toFixed(2)} now`;
  const otherModel = was.modelVersion === is.modelVersion ? [] : [otherModels(was.modelVersion, is.modelVersion)];
  const movers = steps.flatMap((line) => {
    const by = sayMovers(line);
    return by ? [`  ${driverNames[line.driver]}: ${by}`] : [];
  });
  return [title, ...otherModel, drawWaterfall(bars, axisAround(steps)), ...movers].join('\n');
}

const otherModels = (was: string, is: string) =>
  `  Model ${was} scored then and ${is} now, so a part of the change may be the model's.`;

function describeDimension(name: Dimension, now: Grounded, before: Grounded | undefined): string[] {
  const [here, then] = [now, before].map((made) => made?.assessment.dimensions.find((it) => it.dimension === name));
  const says = here?.score === undefined ? 'insufficient data: nothing was measured' : here.score.toFixed(2);
  const same = new Set(here?.evidence.map((evidence) => evidence.says));
  const earlier = then?.evidence.filter((evidence) => !same.has(evidence.says)) ?? [];
  return [
    '',
    `  ${bold(driverNames[name])} ${says}${here?.score === undefined ? '' : `, ${percent(here.confidence)} confidence`}`,
    ...describeMetrics(here, now),
    ...(before && earlier.length > 0 ? [`   then, on ${before.assessment.scoredOn}:`] : []),
    ...(before ? describeEvidence(earlier, before) : []),
  ];
}

/** What each metric brings to the dimension's line, with its sentences; and the sentences of none. */
function describeMetrics(reading: DimensionReading | undefined, now: Grounded): string[] {
  if (!reading) return [];
  const lines = reading.metrics ?? [];
  const about = (metric?: string) => reading.evidence.filter((evidence) => evidence.metric === metric);
  const name = Math.max(0, ...lines.map(({ label }) => label.length));
  return [
    ...lines.flatMap(({ metric, label, score, weight, hundredths }) => [
      `   ${label.padEnd(name)}  ${score.toFixed(2).padStart(6)} × ${percent(weight).padStart(4)}  ${points(hundredths, true).padStart(6)}`,
      ...describeEvidence(about(metric), now),
    ]),
    ...describeEvidence(lines.length > 0 ? about() : reading.evidence, now),
  ];
}

const idsShown = 2;

/** The sentences, those on the same facts together, and below them the facts. */
function describeEvidence(evidence: readonly Evidence[], { counted }: Grounded): string[] {
  const grounded = evidence.map((sentence) => {
    const ids = factsBehind(sentence, counted).map(({ factId }) => factId);
    return { says: `    ${sentence.says}`, behind: `      ${describeFacts(sentence, ids)}`, ids };
  });
  const groups = Map.groupBy(grounded, ({ behind, ids }) => [behind, ...ids].join());
  return [...groups.values()].flatMap((group) => [
    ...group.map(({ says }) => says),
    ...group.slice(0, 1).map((one) => one.behind),
  ]);
}

function describeFacts({ facts, from, to }: Evidence, ids: readonly string[]): string {
  const more = ids.length > idsShown ? ` and ${ids.length - idsShown} more` : '';
  const listed = ids.length > 0 ? `: ${ids.slice(-idsShown).reverse().join(', ')}${more}` : '';
  return `${sayCount(ids.length || facts, 'fact')}, ${from} to ${to}${listed}`;
}
