import { Dimension, type Driver, type HealthAssessment } from './assessment.ts';
import { beforeSeason } from './explain-season.ts';
import { largestRemainder } from './largest-remainder.ts';
import { weights } from './weights.ts';

type Scored = Extract<HealthAssessment, { outcome: 'scored' }>;

/** What one driver did to the score between two assessments. */
export interface ChangeLine extends Driver {
  /**
   * The dimension's score before the season was taken out, then and now, 0 to 100; absent for the season, and where it was
   * not measured.
   */
  readonly was?: number | undefined;
  readonly is?: number | undefined;
  /** The same by metric; they sum to the line. Absent for the season, and where either score is too old to say. */
  readonly metrics?: readonly MetricChange[];
}

/** What one metric did to its dimension's line. */
interface MetricChange {
  readonly metric: string;
  readonly label: string;
  readonly hundredths: number;
}

/** Why a score changed. The lines sum to `hundredths`, the difference of the scores, exactly. */
export interface ScoreChange {
  readonly hundredths: number;
  readonly lines: readonly ChangeLine[];
}

/**
 * Takes the difference of two scores apart: a line for each dimension measured at least once, and one for the season. A
 * dimension measured both times brings its weight times its change. One that appeared brings what it lies above or below
 * the average of those measured both times, one that disappeared takes it away: their weights only pass to others, which
 * is no change in those. Without both, this is health-model.md's `sum of w x (s(now) - s(before))`.
 */
export function explainChange(before: Scored, now: Scored): ScoreChange {
  const [then, here] = [sharesOf(before), sharesOf(now)];
  const both = new Set(Dimension.options.filter((name) => then.share.has(name) && here.share.has(name)));
  const parts = [partsAgainst(both, then), partsAgainst(both, here)];
  const named = Dimension.options.filter((name) => then.share.has(name) || here.share.has(name));
  const differences = named.map((name) => (parts[1]?.get(name) ?? 0) - (parts[0]?.get(name) ?? 0));
  const rounded = largestRemainder(differences, here.total - then.total);
  const lines: ChangeLine[] = named.map((driver, at) => ({
    driver,
    hundredths: rounded[at] ?? 0,
    was: scoreIn(before, then, driver),
    is: scoreIn(now, here, driver),
    ...metricsOf(before, now, driver, rounded[at] ?? 0),
  }));
  const season = here.season - then.season;
  return {
    hundredths: here.total + here.season - then.total - then.season,
    lines: [...lines, { driver: 'season', hundredths: season }],
  };
}

/** The line of a dimension by metric: by what each brought then and now, what is left over shared out by weight. */
function metricsOf(before: Scored, now: Scored, name: Dimension, hundredths: number): Pick<ChangeLine, 'metrics'> {
  const [then, here] = [before, now].map(({ dimensions }) => dimensions.find(({ dimension }) => dimension === name));
  if (!(then?.metrics ?? then?.score === undefined) || !(here?.metrics ?? here?.score === undefined)) return {};
  const lines = new Map([...(then?.metrics ?? []), ...(here?.metrics ?? [])].map((line) => [line.metric, line]));
  const broughtBy = (reading: typeof here, metric: string) =>
    reading?.metrics?.find((line) => line.metric === metric)?.hundredths ?? 0;
  const moved = [...lines.keys()].map((metric) => broughtBy(here, metric) - broughtBy(then, metric));
  const left = hundredths - moved.reduce((sum, one) => sum + one, 0);
  const weight = [...lines.values()].reduce((sum, line) => sum + line.weight, 0);
  const shares = largestRemainder(
    [...lines.values()].map((line, at) => (moved[at] ?? 0) + (left * line.weight) / weight),
    hundredths,
  );
  return {
    metrics: [...lines.values()].map(({ metric, label }, at) => ({ metric, label, hundredths: shares[at] ?? 0 })),
  };
}

interface Shares {
  /** What each measured dimension brings before the season, in hundredths; they sum to `total`. */
  readonly share: ReadonlyMap<Dimension, number>;
  readonly total: number;
  readonly season: number;
}

function sharesOf({ drivers }: Scored): Shares {
  const share = new Map<Dimension, number>();
  let [total, season] = [0, 0];
  for (const { driver, hundredths } of drivers) {
    if (driver === 'season') season += hundredths;
    else {
      share.set(driver, hundredths);
      total += hundredths;
    }
  }
  return { share, total, season };
}

/** The shares as they would be had only the dimensions of `both` been measured; of another, what it adds to their average. */
function partsAgainst(both: ReadonlySet<Dimension>, { share }: Shares): Map<Dimension, number> {
  const [all, kept] = [weightOf(share.keys()), weightOf([...share.keys()].filter((name) => both.has(name)))];
  // The same dimensions must scale by exactly one, however weights round when they are summed.
  const scale = both.size === share.size ? 1 : all / kept;
  const average = [...both].reduce((sum, name) => sum + (share.get(name) ?? 0), 0) * (both.size > 0 ? scale : 0);
  return new Map(
    [...share].map(([name, brings]) => [
      name,
      both.has(name) ? brings * scale : brings - (weights[name] / all) * average,
    ]),
  );
}

function scoreIn({ dimensions }: Scored, { share }: Shares, name: Dimension): number | undefined {
  const { score } = dimensions.find(({ dimension }) => dimension === name) ?? {};
  const brings = share.get(name);
  if (score === undefined || brings === undefined) return undefined;
  return beforeSeason(score, weights[name] / weightOf(share.keys()), brings) ?? score;
}

const weightOf = (names: Iterable<Dimension>) => [...names].reduce((sum, name) => sum + weights[name], 0);
