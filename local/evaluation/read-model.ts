import { readFileSync } from 'node:fs';
import { AppError } from '#shared/domain/errors.ts';
import { PredictionModel } from '#shared/domain/prediction/model.ts';

/** The model in a file that `csm train` wrote. Throws `model.unreadable` when it is not one. */
export function readModel(file: string): PredictionModel {
  try {
    return PredictionModel.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError('model.unreadable', { file }, { cause });
  }
}
