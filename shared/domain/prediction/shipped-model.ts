import { PredictionModel } from './model.ts';
import stored from './shipped-model.json' with { type: 'json' };

let parsed: PredictionModel | undefined;

/** The model this project ships, trained on simulated portfolios only; parsed when first asked for. */
export function shippedModel(): PredictionModel {
  parsed ??= PredictionModel.parse(stored);
  return parsed;
}
