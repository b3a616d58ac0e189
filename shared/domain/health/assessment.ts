import * as z from 'zod';
import { Product } from '../clients/client.ts';
import { FactType } from '../facts/fact.ts';
import { LeadershipRole } from '../facts/leadership.ts';
import { Forecast } from '../prediction/live/forecast.ts';
import { IsoDate } from '../values/iso-date.ts';
import { Score } from '../values/score.ts';
import { HealthBand } from './band.ts';

/** Best-known first: the order in which dimensions are shown. Weights are in `weights.ts`. */
export const Dimension = z.enum(['usage', 'satisfaction', 'adoption', 'financial', 'leadership']);
export type Dimension = z.infer<typeof Dimension>;

/** A whole number of hundredths of a point, so that sums are exact. */
const Hundredths = z.int();

/** Which facts a sentence rests on; with its time this finds their ids, which would outweigh the score (`facts-behind.ts`). */
const Basis = z.object({
  types: z.array(FactType),
  product: Product.optional(),
  metric: z.string().optional(),
  role: LeadershipRole.optional(),
  school: z.string().optional(),
});

/** One sentence of evidence: what was measured, over what time, how many facts it rests on, and which. */
export const Evidence = z.object({
  says: z.string(),
  facts: z.int().min(0),
  from: IsoDate,
  to: IsoDate,
  /** Absent in snapshots of model `spine-1`. */
  of: Basis.optional(),
  /** The metric it speaks of; absent for a silence, and in snapshots before `health-3`. */
  metric: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What one metric brings to its dimension's line, before the season: the lines of a dimension sum to its line exactly. */
export const MetricLine = z.object({
  metric: z.string(),
  label: z.string(),
  /** 0 to 100, with the season removed. */
  score: Score,
  /** Its share of its dimension, 0 to 1. */
  weight: z.number().min(0).max(1),
  hundredths: Hundredths,
});
export type MetricLine = z.infer<typeof MetricLine>;

export const DimensionReading = z.object({
  dimension: Dimension,
  /** 0 to 100, with the season removed; absent when nothing was measured. */
  score: Score.optional(),
  /** 0 to 1: how much of what we would like to know is known, and how recently. */
  confidence: z.number().min(0).max(1),
  /** Absent where there is no score, and in snapshots before `health-3`. */
  metrics: z.array(MetricLine).optional(),
  evidence: z.array(Evidence),
});
export type DimensionReading = z.infer<typeof DimensionReading>;

/**
 * One line of the explanation: what a dimension brings before the season is removed, or what removing it does to the whole.
 * The lines of a score sum to it exactly.
 */
export const Driver = z.object({ driver: z.enum([...Dimension.options, 'season']), hundredths: Hundredths });
export type Driver = z.infer<typeof Driver>;

export const Trend = z.enum(['improving', 'stable', 'declining', 'unknown']);
export type Trend = z.infer<typeof Trend>;

const common = {
  scoredOn: IsoDate,
  modelVersion: z.string(),
  /** When the peers it was compared with were learned; absent when there were none yet, and in older snapshots. */
  peersOf: IsoDate.optional(),
  /** 0 to 1, the weighted confidence of the dimensions. */
  confidence: z.number().min(0).max(1),
  dimensions: z.array(DimensionReading),
};

/** What we can say of a client's health on a day: a score with its explanation, or that too little is known. */
export const HealthAssessment = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('scored'),
    ...common,
    score: Score,
    /** After hysteresis: it moves only when the score is 2 points across, or across in two readings. */
    band: HealthBand,
    /** `score` = the score without the season x this, 0.85 to 1.15. */
    seasonFactor: z.number().min(0.85).max(1.15),
    /** The season in words, for example "January: peak scheduling; usage is read against 1.6 x a usual month". */
    season: z.string(),
    drivers: z.array(Driver),
    /** How the score moved over the last three months. */
    trend: Trend,
    /** What a trained model expects next; absent with less than a year of history, and in older snapshots. */
    forecast: Forecast.optional(),
  }),
  z.object({ outcome: z.literal('insufficient-data'), ...common, missing: z.string() }),
]);
export type HealthAssessment = z.infer<typeof HealthAssessment>;
