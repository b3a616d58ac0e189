import { readFileSync } from 'node:fs';
import { PredictionModel } from '#shared/domain/prediction/model.ts';

/** The model this project ships, trained on simulated portfolios, or the one in `file`; throws when it is not a model. */
export const readModel = (file: URL | string = shipped): PredictionModel =>
  PredictionModel.parse(JSON.parse(readFileSync(file, 'utf8')));

const shipped = new URL('../../shared/domain/prediction/shipped-model.json', import.meta.url);
