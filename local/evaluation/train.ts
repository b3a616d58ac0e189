import type { History } from '#shared/domain/prediction/history/history.ts';
import type { PredictionModel } from '#shared/domain/prediction/model.ts';
import { type TrainingData, trainModel } from '#shared/domain/prediction/training/train-model.ts';
import { allHistories } from './read-histories.ts';

/** Trains on the files, each a book of clients of its own, and answers the model with its papers. */
export async function train(files: readonly string[], data: TrainingData): Promise<PredictionModel> {
  const books: History[][] = [];
  for (const file of files) books.push(await allHistories(file));
  return trainModel(books, data);
}

/** The model as it is stored: numbers to seven significant digits, which changes no forecast in its fourth decimal. */
export const modelFile = (model: PredictionModel): string =>
  `${JSON.stringify(model, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(7)) : value))}\n`;
