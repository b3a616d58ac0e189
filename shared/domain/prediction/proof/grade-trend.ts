import { TrendLabel } from '../history/history.ts';
import { seededRandom } from '../statistics/random.ts';
import type { TrendForecast } from '../trend/trend-model.ts';
import {
  accuracyOf,
  bootstrapOverClients,
  type ClassificationReport,
  coverageCurve,
  type Graded,
  gradeClasses,
} from './classification.ts';
import type { GradedPoint } from './points.ts';

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A simpler way to guess, graded on the same points. */
interface Rival {
  readonly name: string;
  readonly accuracy: number;
  readonly macroF1: number;
}

export interface TrendReport extends ClassificationReport {
  /** 95 %, by bootstrap over clients. */
  readonly accuracyInterval: Interval;
  readonly confident: { readonly coverage: number; readonly accuracy: number };
  readonly coverageCurve: readonly { coverage: number; accuracy: number }[];
  readonly rivals: readonly Rival[];
}

/** A point whose trend is known. */
export type TrendPoint = GradedPoint & { readonly truth: { readonly trend: TrendLabel } };

export const hasTrend = (point: GradedPoint): point is TrendPoint => point.truth.trend !== undefined;

/** Grades forecasts beside the truth of the same points, and rivals by the labels they would have given. */
export function gradeTrend(
  points: readonly TrendPoint[],
  forecasts: readonly TrendForecast[],
  rivals: readonly { readonly name: string; readonly labels: readonly TrendLabel[] }[],
  seed: number,
): TrendReport {
  const graded = points.map((point, i) => ({ ...gradedOf(point, forecasts[i]), confident: forecasts[i]?.confident }));
  const confident = graded.filter((one) => one.confident);
  return {
    ...gradeClasses(graded, TrendLabel.options.length),
    accuracyInterval: bootstrapOverClients(graded, accuracyOf, seededRandom(seed)),
    confident: { coverage: confident.length / graded.length, accuracy: accuracyOf(confident) },
    coverageCurve: coverageCurve(graded),
    rivals: rivals.map(({ name, labels }) => {
      const { accuracy, macroF1 } = gradeClasses(
        points.map((point, i) => ({
          client: point.client,
          truth: TrendLabel.options.indexOf(point.truth.trend),
          predicted: TrendLabel.options.indexOf(labels[i] ?? 'stable'),
          confidence: 1,
        })),
        TrendLabel.options.length,
      );
      return { name, accuracy, macroF1 };
    }),
  };
}

function gradedOf(point: TrendPoint, forecast: TrendForecast | undefined): Graded {
  const label = forecast?.label ?? 'stable';
  return {
    client: point.client,
    truth: TrendLabel.options.indexOf(point.truth.trend),
    predicted: TrendLabel.options.indexOf(label),
    confidence: forecast?.[label] ?? 0,
  };
}
