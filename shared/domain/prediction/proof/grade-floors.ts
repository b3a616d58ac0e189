import type { HealthBand } from '../../health/band.ts';
import type { GradedPoint } from './points.ts';

/** The floors under which a score should not be shipped (domain-facts.md, "Benchmarks of the trade"). */
export interface FloorsReport {
  /** How many times the base rate critical clients leave within six months; at least 3. */
  readonly criticalLift: number;
  /** The share of lost clients below green two months before they left, among those with a score then; at least two thirds. */
  readonly lostBelowGreen: number;
  /** The share of the book that is green, good or excellent; at most 80 %. */
  readonly greenShare: number;
  /** The share of each band that left within six months. */
  readonly lossByBand: readonly { band: HealthBand; points: number; lost: number }[];
}

const bands: readonly HealthBand[] = ['excellent', 'good', 'at-risk', 'critical'];
const isGreen = (band: HealthBand | undefined) => band === 'excellent' || band === 'good';

export function gradeFloors(points: readonly GradedPoint[]): FloorsReport {
  const banded = points.filter(({ health }) => health.band !== undefined);
  const known = banded.filter(({ truth }) => truth.churned6m !== undefined);
  const lossOf = (some: readonly GradedPoint[]) => some.filter(({ truth }) => truth.churned6m).length / some.length;
  const lossByBand = bands.map((band) => {
    const those = known.filter(({ health }) => health.band === band);
    return { band, points: those.length, lost: those.length === 0 ? 0 : lossOf(those) };
  });
  const beforeLoss = beforeTheirLoss(points).filter(({ health }) => health.band !== undefined);
  return {
    criticalLift: (lossByBand.find(({ band }) => band === 'critical')?.lost ?? 0) / lossOf(known),
    lostBelowGreen: beforeLoss.filter(({ health }) => !isGreen(health.band)).length / beforeLoss.length,
    greenShare: banded.filter(({ health }) => isGreen(health.band)).length / banded.length,
    lossByBand,
  };
}

/** Each lost client as it stood two months before its last, when something could still be done. */
function beforeTheirLoss(points: readonly GradedPoint[]): GradedPoint[] {
  return [...Map.groupBy(points, ({ client }) => client).values()].flatMap((own) => {
    const lost = own.some(({ truth }) => truth.churned6m);
    const before = own.at(-3);
    return lost && before ? [before] : [];
  });
}
