import { PredictionModel } from './model.ts';
import shipped from './shipped-model.json' with { type: 'json' };

/** The model this project ships: trained on simulated portfolios 31-36, and labelled so wherever it is used. */
export const shippedModel = PredictionModel.parse(shipped);
