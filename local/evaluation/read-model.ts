import { readFileSync } from 'node:fs';
import { PredictionModel } from '#shared/domain/prediction/model.ts';

/** The model in a file that `csm train` wrote; throws when it is not one. */
export const readModel = (file: string): PredictionModel =>
  PredictionModel.parse(JSON.parse(readFileSync(file, 'utf8')));
