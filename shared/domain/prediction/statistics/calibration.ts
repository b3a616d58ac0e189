import { fitLogistic } from './constrained-logistic.ts';

/** A rising line through (score, probability) points; between points straight, beyond them flat. */
export interface Curve {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Platt's calibration: the line in log-odds that fits best (Platt 1999, without his smoothing of targets). */
export function fitPlatt(logOdds: readonly number[], happened: readonly boolean[]): { slope: number; offset: number } {
  const { intercept, weights } = fitLogistic(
    logOdds.map((value) => Float64Array.of(value)),
    happened,
    { signs: ['positive'], ridge: 1e-6, prior: [1] },
  );
  return { slope: weights[0] ?? 1, offset: intercept };
}

/**
 * Isotonic regression by pooling adjacent violators: the rising step function nearest to what happened, joined by straight lines
 * between the middles of its steps so that equal probabilities do not tie what the scores could tell apart.
 */
export function fitIsotonic(scores: readonly number[], happened: readonly boolean[]): Curve {
  const points = scores.map((score, i) => ({ score, outcome: happened[i] ? 1 : 0 })).sort((a, b) => a.score - b.score);
  const blocks: { score: number; outcome: number; count: number }[] = [];
  for (const { score, outcome } of points) {
    let block = { score, outcome, count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.outcome / last.count >= block.outcome / block.count;
      last = blocks.at(-1)
    ) {
      block = {
        score: last.score + block.score,
        outcome: last.outcome + block.outcome,
        count: last.count + block.count,
      };
      blocks.pop();
    }
    blocks.push(block);
  }
  return {
    from: blocks.map(({ score, count }) => score / count),
    to: blocks.map(({ outcome, count }) => outcome / count),
  };
}

/** The curve's height at `score`. */
export function heightAt({ from, to }: Curve, score: number): number {
  const above = from.findIndex((point) => point >= score);
  if (above === -1) return to.at(-1) ?? Number.NaN;
  if (above === 0) return to[0] ?? Number.NaN;
  const [x0 = 0, x1 = 1, y0 = 0, y1 = 0] = [from[above - 1], from[above], to[above - 1], to[above]];
  return y0 + ((y1 - y0) * (score - x0)) / (x1 - x0);
}
