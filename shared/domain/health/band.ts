import * as z from 'zod';
import type { Score } from '../values/score.ts';

/** Best first. */
export const HealthBand = z.enum(['excellent', 'good', 'at-risk', 'critical']);
export type HealthBand = z.infer<typeof HealthBand>;

const floors: readonly (readonly [HealthBand, number])[] = [
  ['excellent', 90],
  ['good', 75],
  ['at-risk', 50],
  ['critical', 0],
];

/** The band a score lies in: excellent 90-100, good 75-89, at risk 50-74, critical 0-49 (source: mission.md). */
export function bandOf(score: Score): HealthBand {
  for (const [band, floor] of floors) if (score >= floor) return band;
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
