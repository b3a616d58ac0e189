import type { IsoDate } from '../../values/iso-date.ts';
import type { History } from '../history/history.ts';
import type { PredictionModel } from '../model.ts';
import { gradedPoints } from '../proof/points.ts';
import { crossValidate, type FoldedPoint } from './cross-validate.ts';
import { fitRenewal, fitTrend } from './fit-models.ts';

/** What the model file says of its training data. */
export interface TrainingData {
  readonly date: IsoDate;
  readonly description: string;
  readonly simulated: boolean;
}

export const codeVersion = 'prediction-1';

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
  const renewals = books.flat().reduce((sum, { outcomes }) => sum + (outcomes?.renewals?.length ?? 0), 0);
  const trend = fitTrend(points);
  const renewal = fitRenewal(points, trend, renewals);
  return {
    version: codeVersion,
    trainedOn: {
      date: data.date,
      data: data.description,
      simulated: data.simulated,
      clients: books.flat().length,
      trendPoints: points.filter(({ truth }) => truth.trend).length,
      renewals,
    },
    metrics: crossValidate(points, renewals),
    trend,
    ...(renewal && { renewal }),
  };
}
