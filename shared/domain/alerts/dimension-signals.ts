import type { Client } from '../clients/client.ts';
import { type Dimension, Dimension as DimensionName, type HealthAssessment } from '../health/assessment.ts';
import { needsAttention } from '../health/band-change.ts';
import { median } from '../health/statistics.ts';
import { weights } from '../health/weights.ts';
import { sayDate, sayList } from '../health/wording.ts';
import { cusumStep, calm as nothing, usualCusum } from '../prediction/warning/cusum.ts';
import { oneStepErrors } from '../prediction/warning/one-step-errors.ts';
import { addDays } from '../values/iso-date.ts';
import { formatScore, Score } from '../values/score.ts';
import { causeKey } from './cause.ts';
import type { Signal } from './decide-alerts.ts';
import { playsForFalling } from './dimension-plays.ts';
import { ofMonthEnds, spacedOut } from './monthly-readings.ts';
import { dimensionNames } from './say-weakest.ts';

const rule = {
  /**
   * The sum that raises an alarm between month ends. We look every night then, so that with the month's alarm at 5 white
   * noise would raise twice as many; at 6.5 the nights add none (measured; see docs/early-warnings.md).
   */
  alarmBetween: 6.5,
  /**
   * An error this many standard deviations down raises the alarm at a month's end by itself: a CUSUM is made for slow drifts, and
   * a collapse must not wait for a second month (a combined Shewhart-CUSUM scheme; Lucas 1982). Only after a year of them:
   * the scatter of few errors is not known well enough to judge one alone.
   */
  shock: 4.5,
  errorsBeforeShock: 12,
  /** Points of a dimension's score that are never more than a trifle, however quiet the client usually is. */
  leastDeviation: 4,
  /** The usual score is the median of this many months. */
  monthsOfUsual: 12,
  /** Costing this many points of the whole score is urgent: two and a half times the margin of a band. A judgement. */
  urgentCost: 5,
  dueInDays: { urgent: 3, warning: 7 },
} as const;

/**
 * For each dimension, whether it is falling: a CUSUM on the standardised errors of its scores at month ends (slack 0.5,
 * alarm at 5, clear at 1; source: health-model.md), and of the latest score after them. The season is out of the scores
 * already, so a July lull is no fall. `readings` are those of month ends, oldest first, and then the latest.
 */
export const dimensionSignals = (client: Client, readings: readonly HealthAssessment[]): Signal[] =>
  DimensionName.options.flatMap((dimension) => {
    const fall = fallOf(dimension, readings);
    if (!fall) return [];
    if (Math.max(fall.sum, fall.sumOfMonths) <= usualCusum.clear) return [calm(fall)];
    const far = fall.sumOfMonths >= usualCusum.alarm || fall.sum >= rule.alarmBetween || fall.shock !== undefined;
    return far && fall.lastError < 0 && fall.score < fall.usual ? [alarm(client, fall)] : [];
  });

interface Fall {
  readonly dimension: Dimension;
  readonly latest: HealthAssessment;
  readonly score: Score;
  readonly usual: Score;
  /** How far it has fallen up to the latest reading, in standard deviations beyond what is let pass. */
  readonly sum: number;
  /** The same up to the last month end. */
  readonly sumOfMonths: number;
  /** How far the last month end lay from the level before it, when that alone is an alarm. */
  readonly shock: number | undefined;
  /** How far the latest reading lies from the level before it. */
  readonly lastError: number;
  /** The last months' scores, oldest first. */
  readonly lately: readonly Score[];
}

/** Undefined while too little is known of the dimension to judge it. */
function fallOf(dimension: Dimension, readings: readonly HealthAssessment[]): Fall | undefined {
  const scores = spacedOut(readings).map((reading) => scoreIn(reading, dimension));
  const [latest, score] = [readings.at(-1), scores.at(-1)];
  const usual = usualBefore(scores, scores.length - 1);
  const { sum, lastError } = watch(scores);
  const months = watch(ofMonthEnds(readings).map((reading) => scoreIn(reading, dimension)));
  if (!latest || score === undefined || usual === undefined || Number.isNaN(lastError)) return undefined;
  return {
    dimension,
    latest,
    score,
    usual: Score.parse(Math.round(usual * 100) / 100),
    sum,
    sumOfMonths: months.sum,
    shock: months.isShock ? months.lastError : undefined,
    lastError,
    lately: scores.slice(-6).filter((known) => known !== undefined),
  };
}

const scoreIn = ({ dimensions }: HealthAssessment, dimension: Dimension) =>
  dimensions.find((one) => one.dimension === dimension)?.score;

/** The CUSUM of falls after the last score. A fall that was alarming is over when two scores in a row are as usual again. */
function watch(scores: Scores): Pick<Fall, 'sum' | 'lastError'> & { readonly isShock: boolean } {
  const errors = oneStepErrors(
    scores.map((score) => score ?? Number.NaN),
    rule.leastDeviation,
  );
  let state = nothing;
  let usual: number | undefined;
  let [judged, isShock] = [0, false];
  for (const [at, error] of errors.entries()) {
    state = cusumStep(state, error);
    isShock = error <= -rule.shock && judged >= rule.errorsBeforeShock;
    if (!Number.isNaN(error)) judged += 1;
    if (state.alarm === 'falling' || isShock) usual ??= usualBefore(scores, at) ?? 0;
    const over = usual !== undefined && [scores[at - 1], scores[at]].every((score) => isAs(usual ?? 0, score));
    if (over) state = nothing;
    if (over || state.falling <= usualCusum.clear) usual = undefined;
  }
  return { sum: state.falling, lastError: errors.at(-1) ?? Number.NaN, isShock };
}

const isAs = (usual: number, score: Score | undefined) => score !== undefined && score >= usual - rule.leastDeviation;

/** The median of the twelve months before one. */
const usualBefore = (scores: Scores, at: number) =>
  median(scores.slice(Math.max(0, at - rule.monthsOfUsual), at).filter((known) => known !== undefined));

type Scores = readonly (Score | undefined)[];

const calm = ({ dimension, score, usual, latest }: Fall): Signal => ({
  state: 'calm',
  key: causeKey({ kind: 'dimension-falling', dimension, score, usual, scoredOn: latest.scoredOn, says: '' }),
  because: `${dimensionNames[dimension]} has kept its level again: ${formatScore(score)} of 100 on ${sayDate(latest.scoredOn)}.`,
});

/** By mail only while the band is still good: afterwards the alert about the band has told of the fall. */
function alarm(client: Client, fall: Fall): Signal {
  const { dimension, latest, score, usual } = fall;
  const cost = weights[dimension] * (usual - score);
  const severity = cost >= rule.urgentCost ? 'urgent' : 'warning';
  const says = `${dimensionNames[dimension]} of ${client.name} has fallen to ${formatScore(score)} of 100 from ${formatScore(usual)} usual, which costs the score ${cost.toFixed(1)} points.`;
  return {
    state: 'alarm',
    cause: { kind: 'dimension-falling', dimension, usual, score, scoredOn: latest.scoredOn, says },
    severity,
    evidence: [sayCourse(fall), ...saidOf(fall)],
    play: playsForFalling[dimension],
    dueOn: addDays(latest.scoredOn, rule.dueInDays[severity]),
    tell: severity === 'urgent' && latest.outcome === 'scored' && !needsAttention(latest.band),
  };
}

const sayCourse = ({ lately, sum, sumOfMonths, shock }: Fall) => {
  const far = Math.max(sum, sumOfMonths);
  const how =
    shock === undefined || far >= usualCusum.alarm
      ? `${far.toFixed(1)} standard deviations further down than chance explains, with the alarm at ${usualCusum.alarm}`
      : `the last month alone lies ${(-shock).toFixed(1)} standard deviations below those before it, with the alarm at ${rule.shock}`;
  return `Month by month ${sayList(lately.map(formatScore))}: ${how}.`;
};

const saidOf = ({ latest, dimension }: Fall) =>
  latest.dimensions
    .find((one) => one.dimension === dimension)
    ?.evidence.slice(0, 3)
    .map(({ says }) => says) ?? [];
