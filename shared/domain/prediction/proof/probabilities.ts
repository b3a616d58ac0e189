/** A probability given to something, and whether it came. */
export interface Foretold {
  readonly client: number;
  readonly probability: number;
  readonly happened: boolean;
}

export interface ProbabilityReport {
  readonly points: number;
  readonly baseRate: number;
  /** The chance that something that came was rated above something that did not; 0.5 is guessing. */
  readonly auc: number;
  /** 1 is perfect, 0 as good as always naming the base rate, below 0 worse. */
  readonly brierSkill: number;
  /** Expected calibration error over tenths of the points, by rising probability. */
  readonly calibrationError: number;
  readonly calibrationCurve: readonly { foretold: number; happened: number; points: number }[];
  /** The share of all that happened that was among the tenth rated riskiest. */
  readonly recallInRiskiestTenth: number;
}

/** Grades probabilities; NaN where nothing happened or everything did. */
export function gradeProbabilities(foretold: readonly Foretold[]): ProbabilityReport {
  const sorted = [...foretold].sort((a, b) => a.probability - b.probability);
  const happened = sorted.filter((point) => point.happened).length;
  const baseRate = happened / sorted.length;
  const curve = tenths(sorted);
  const brier = mean(sorted.map((point) => (point.probability - Number(point.happened)) ** 2));
  const riskiest = sorted.slice(sorted.length - Math.round(sorted.length / 10));
  return {
    points: sorted.length,
    baseRate,
    auc: areaUnderCurve(sorted),
    brierSkill: 1 - brier / (baseRate * (1 - baseRate)),
    calibrationError:
      curve.reduce((sum, tenth) => sum + tenth.points * Math.abs(tenth.foretold - tenth.happened), 0) / sorted.length,
    calibrationCurve: curve,
    recallInRiskiestTenth: riskiest.filter((point) => point.happened).length / happened,
  };
}

/** The area under the ROC curve by ranks, equal probabilities counting half (Mann and Whitney). */
function areaUnderCurve(sorted: readonly Foretold[]): number {
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.probability === sorted[from]?.probability) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i += 1)
      if (sorted[i]?.happened) {
        rankSum += rank;
        positives += 1;
      }
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

function tenths(sorted: readonly Foretold[]) {
  return Array.from({ length: 10 }, (_, i) =>
    sorted.slice(Math.round((i * sorted.length) / 10), Math.round(((i + 1) * sorted.length) / 10)),
  )
    .filter((part) => part.length > 0)
    .map((part) => ({
      foretold: mean(part.map(({ probability }) => probability)),
      happened: mean(part.map((point) => Number(point.happened))),
      points: part.length,
    }));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
