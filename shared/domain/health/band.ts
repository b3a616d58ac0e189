import * as z from 'zod';

/** Best first. */
export const HealthBand = z.enum(['excellent', 'good', 'at-risk', 'critical']);
export type HealthBand = z.infer<typeof HealthBand>;

/** The lowest score of each band, best first (source: mission.md). */
export const bandFloors: readonly (readonly [HealthBand, number])[] = [
  ['excellent', 90],
  ['good', 75],
  ['at-risk', 50],
  ['critical', 0],
];

/** How far across a border a score must lie to move the band at its first reading there (source: health-model.md). */
const margin = 2;

/** The band a score lies in: excellent 90-100, good 75-89, at risk 50-74, critical 0-49. */
export function bandOf(score: number): HealthBand {
  for (const [band, floor] of bandFloors) if (score >= floor) return band;
  return 'critical';
}

/** An earlier reading: its score, 0 to 100, and the band shown for it. */
export interface BandedScore {
  readonly score: number;
  readonly band: HealthBand;
}

/**
 * The band after hysteresis, so that a score near a border does not flap: a border is crossed when the score lies
 * 2 points across it, or lies across it now and did at the previous reading, of an earlier day.
 */
export function settleBand(score: number, previous: BandedScore | undefined): HealthBand {
  if (!previous) return bandOf(score);
  for (const [band, floor] of bandFloors) {
    const wasAbove = !isWorse(previous.band, band);
    const isAbove = score >= floor;
    const moved = Math.abs(score - floor) >= margin || previous.score >= floor === isAbove;
    if (moved ? isAbove : wasAbove) return band;
  }
  return 'critical';
}

/** Whether a move between bands is for the worse. */
export const isWorse = (to: HealthBand, than: HealthBand): boolean =>
  HealthBand.options.indexOf(to) > HealthBand.options.indexOf(than);

/** The bands as people read them. */
export const bandNames: Readonly<Record<HealthBand, string>> = {
  excellent: 'excellent',
  good: 'good',
  'at-risk': 'at risk',
  critical: 'critical',
};
