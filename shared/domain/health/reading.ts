import { Score } from '../values/score.ts';
import type { Dimension, DimensionReading, Evidence } from './assessment.ts';

/** One thing a dimension looks at. */
export interface Signal {
  /** What it weighs within its dimension. */
  readonly weight: number;
  /** Absent when we do not know: then it weighs on confidence, never on the score. */
  readonly measured: Measurement | undefined;
}

export interface Measurement {
  /** 0 to 100. */
  readonly score: number;
  /** The score had we not known of the season; the same as `score` for most signals. */
  readonly unadjusted?: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** A dimension as measured. `score` and `unadjusted` are absent together. */
export interface Reading {
  readonly dimension: Dimension;
  readonly score: number | undefined;
  readonly unadjusted: number | undefined;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** The weighted mean of the signals present; its confidence is the share of weight present, each by its own confidence. */
export function readSignals(dimension: Dimension, signals: readonly Signal[]): Reading {
  let [weights, present, score, unadjusted, confidence] = [0, 0, 0, 0, 0];
  const evidence: Evidence[] = [];
  for (const { weight, measured } of signals) {
    weights += weight;
    if (!measured) continue;
    present += weight;
    score += weight * measured.score;
    unadjusted += weight * (measured.unadjusted ?? measured.score);
    confidence += weight * measured.confidence;
    evidence.push(...measured.evidence);
  }
  if (present === 0) return { dimension, score: undefined, unadjusted: undefined, confidence: 0, evidence };
  return {
    dimension,
    score: score / present,
    unadjusted: unadjusted / present,
    confidence: confidence / weights,
    evidence,
  };
}

/** The reading as it is shown and kept: the score with the season removed, in hundredths. */
export const publish = ({ dimension, score, confidence, evidence }: Reading): DimensionReading => ({
  dimension,
  ...(score === undefined ? {} : { score: Score.parse(Math.round(score * 100) / 100) }),
  confidence: Math.round(confidence * 100) / 100,
  evidence: [...evidence],
});
