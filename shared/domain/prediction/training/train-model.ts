import type { IsoDate } from '../../values/iso-date.ts';
import type { History } from '../history/history.ts';
import { codeVersion, type PredictionModel } from '../model.ts';
import { gradedPoints } from '../proof/points.ts';
import { crossValidate, type FoldedPoint } from './cross-validate.ts';
import { fitRenewal, fitTrend, usualLossOf } from './fit-models.ts';

/** What the model file says of its training data. */
export interface TrainingData {
  readonly date: IsoDate;
  readonly description: string;
  readonly simulated: boolean;
}

const foldsOfOneBook = 5;

/**
 * Learns the trend and renewal models from books of clients with outcomes; each book is one market with seasons of its own. The metrics
 * in the file come from holding out one book at a time, or a fifth of the clients when there is one book.
 * Throws a RangeError when fewer than 200 points have a known trend.
 */
export function trainModel(books: readonly (readonly History[])[], data: TrainingData): PredictionModel {
  const points = books.flatMap((histories, book) =>
    [...gradedPoints(histories)].flat().map(
      (point): FoldedPoint => ({
        ...point,
        clientId: `${book} ${point.clientId}`,
        fold: books.length > 1 ? book : point.client % foldsOfOneBook,
      }),
    ),
  );
  const decided = books.flat().flatMap(({ outcomes }) => outcomes?.renewals ?? []);
  const lost = decided.filter(({ decision }) => decision === 'churned').length;
  const trend = fitTrend(points);
  const renewal = fitRenewal(points, trend, decided.length);
  return {
    version: codeVersion,
    trainedOn: {
      date: data.date,
      data: data.description,
      simulated: data.simulated,
      clients: books.flat().length,
      trendPoints: points.filter(({ truth }) => truth.trend).length,
      renewals: decided.length,
    },
    metrics: crossValidate(points, decided.length),
    trend,
    usualLoss: usualLossOf(points, lost, decided.length),
    ...(renewal && { renewal }),
  };
}
