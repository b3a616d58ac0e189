import type { IsoDate } from '../values/iso-date.ts';
import type { Score } from '../values/score.ts';
import type { HealthAssessment } from './assessment.ts';
import type { HealthBand } from './band.ts';

/** A move between bands; `from` is absent when the client had none before. */
export interface BandChange {
  readonly from?: HealthBand | undefined;
  readonly to: HealthBand;
  readonly score: Score;
  readonly scoredOn: IsoDate;
}

/**
 * Whether the newest assessment moved the client to another band, judged against the one before it.
 * A client without a band so far changes only when it turns out to need attention: nobody was told before.
 */
export function bandChange(before: HealthAssessment | undefined, now: HealthAssessment): BandChange | undefined {
  if (now.outcome !== 'scored') return undefined;
  const { band: to, score, scoredOn } = now;
  const known = before?.outcome === 'scored' ? before.band : undefined;
  if (known === undefined) return needsAttention(to) ? { to, score, scoredOn } : undefined;
  return known === to ? undefined : { from: known, to, score, scoredOn };
}

/** The change a client's first scoring reports: how it came, over its past, into a band that needs attention now. */
export function changeOverThePast(past: readonly HealthAssessment[], now: HealthAssessment): BandChange | undefined {
  if (now.outcome !== 'scored' || !needsAttention(now.band)) return undefined;
  const other = past.findLast((reading) => reading.outcome === 'scored' && reading.band !== now.band);
  return bandChange(other, now);
}

/** Whether a band calls for somebody to act. */
export const needsAttention = (band: HealthBand) => band === 'at-risk' || band === 'critical';
