import * as z from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import { RenewalModel } from './renewal/renewal-model.ts';
import { TrendModel } from './trend/trend-model.ts';

/** Which code can read and use a model. Raised whenever the features or the shape of a model change. */
export const codeVersion = 'prediction-2';

/** A trained model with its papers: what it was trained on, when, by which code, and how it did. */
export const PredictionModel = z.object({
  version: z.string(),
  trainedOn: z.object({
    date: IsoDate,
    /** For example "simulated portfolios 31-36". */
    data: z.string(),
    simulated: z.boolean(),
    clients: z.int(),
    trendPoints: z.int(),
    renewals: z.int(),
  }),
  metrics: z.record(z.string(), z.number()),
  trend: TrendModel,
  /** How often clients were lost at a renewal, and within six months otherwise; held towards the trade's figures by ten renewals. */
  usualLoss: z.object({ atRenewal: z.number().min(0).max(1), otherwise: z.number().min(0).max(1) }),
  /** Absent under 50 observed renewals: the prior answers then, around the usual loss. */
  renewal: RenewalModel.optional(),
});
export type PredictionModel = z.infer<typeof PredictionModel>;
