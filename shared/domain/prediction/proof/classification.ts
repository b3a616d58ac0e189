import { sortedQuantile } from '../statistics/robust.ts';

/** One prediction beside the truth, both by class number; `confidence` is the probability given to `predicted`. */
export interface Graded {
  readonly client: number;
  readonly truth: number;
  readonly predicted: number;
  readonly confidence: number;
}

export interface ClassificationReport {
  readonly points: number;
  readonly accuracy: number;
  /** The share of the commonest true class: what always guessing it would reach. */
  readonly majorityShare: number;
  /** The mean over the classes of the share of it that was found. */
  readonly balancedAccuracy: number;
  readonly macroF1: number;
  /** Counts: rows are true classes, columns predicted ones. */
  readonly confusion: readonly (readonly number[])[];
}

/** Grades predictions of `classes` classes. A class that neither occurs nor is predicted counts in no mean. */
export function gradeClasses(graded: readonly Graded[], classes: number): ClassificationReport {
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const { truth, predicted } of graded) {
    const row = confusion[truth];
    if (row) row[predicted] = (row[predicted] ?? 0) + 1;
  }
  const actual = confusion.map((row) => total(row));
  const guessed = confusion.map((_, k) => total(confusion.map((row) => row[k] ?? 0)));
  const hits = confusion.map((row, k) => row[k] ?? 0);
  const found = hits.map((hit, k) => hit / (actual[k] ?? 0)).filter((share) => !Number.isNaN(share));
  const f1 = hits.map((hit, k) => (2 * hit) / ((actual[k] ?? 0) + (guessed[k] ?? 0))).filter((f) => !Number.isNaN(f));
  return {
    points: graded.length,
    accuracy: total(hits) / graded.length,
    majorityShare: Math.max(...actual) / graded.length,
    balancedAccuracy: total(found) / found.length,
    macroF1: total(f1) / f1.length,
    confusion,
  };
}

/** Accuracy on the most confident share of the points, for each share. */
export function coverageCurve(
  graded: readonly Graded[],
  shares: readonly number[] = [1, 0.9, 0.8, 0.7, 0.6, 0.5],
): readonly { coverage: number; accuracy: number }[] {
  const byConfidence = [...graded].sort((a, b) => b.confidence - a.confidence);
  return shares.map((share) => {
    const kept = byConfidence.slice(0, Math.round(share * graded.length));
    return { coverage: share, accuracy: accuracyOf(kept) };
  });
}

export const accuracyOf = (graded: readonly Graded[]): number =>
  graded.filter(({ truth, predicted }) => truth === predicted).length / graded.length;

/**
 * The 95 % interval of a figure by drawing whole clients with replacement (percentile bootstrap): months of one client are not independent.
 */
export function bootstrapOverClients<T extends { readonly client: number }>(
  rows: readonly T[],
  figure: (sample: readonly T[]) => number,
  random: () => number,
  draws = 500,
): { low: number; high: number } {
  const byClient = [...Map.groupBy(rows, ({ client }) => client).values()];
  const figures: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const sample: T[] = [];
    for (let i = 0; i < byClient.length; i += 1)
      sample.push(...(byClient[Math.floor(random() * byClient.length)] ?? []));
    figures.push(figure(sample));
  }
  figures.sort((a, b) => a - b);
  return { low: sortedQuantile(figures, 0.025), high: sortedQuantile(figures, 0.975) };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
