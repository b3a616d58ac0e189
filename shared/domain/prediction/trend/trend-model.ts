import * as z from 'zod';
import { TrendLabel } from '../history/history.ts';
import { fitNetwork, Network, networkProbabilities } from '../statistics/neural-network.ts';
import { sortedQuantile } from '../statistics/robust.ts';
import { fitScaling, standardise } from '../statistics/standardise.ts';

/**
 * A fitted trend model, which can be stored and read: a small network on the standardised features, for declining, stable and improving.
 * It is curved because the same push moves a middling client more than one near the end of the scale.
 */
export const TrendModel = z.object({
  features: z.array(z.string()),
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  network: Network,
  /** A forecast is confident when its likeliest class is at least this probable. */
  confidentFrom: z.number().min(0).max(1),
});
export type TrendModel = z.infer<typeof TrendModel>;

/** How likely each trend is, the likeliest, and whether it is likely enough to act on. */
export interface TrendForecast {
  readonly improving: number;
  readonly stable: number;
  readonly declining: number;
  readonly label: TrendLabel;
  readonly confident: boolean;
}

export interface LabelledRow {
  readonly features: Float64Array;
  readonly label: TrendLabel;
}

/** The share of training points not marked confident: at least 80 % are to be marked elsewhere too, where the model is less sure. */
const uncertainShare = 0.15;
/** Held out of the simulated portfolios 31 to 36 in turn, other starts, fewer steps and averages of several networks were no better. */
const shape = { units: 16, ridge: 100, steps: 100, seed: 1 };

/** Learns the trend of the next quarter from labelled points. */
export function fitTrendModel(rows: readonly LabelledRow[], features: readonly string[]): TrendModel {
  const classes = rows.map(({ label }) => TrendLabel.options.indexOf(label));
  const { mean, deviation } = fitScaling(rows.map((row) => row.features));
  const inputs = rows.map((row) => standardise(row.features, { mean, deviation }));
  const network = fitNetwork(inputs, classes, TrendLabel.options.length, shape);
  const confidence = inputs.map((input) => Math.max(...networkProbabilities(network, input))).sort((a, b) => a - b);
  return {
    features: [...features],
    mean: [...mean],
    deviation: [...deviation],
    network,
    confidentFrom: sortedQuantile(confidence, uncertainShare),
  };
}

/** The forecast for a client whose features are these; of one of whom none is known it is what is usual, and not confident. */
export function forecastTrend(model: TrendModel, features: Float64Array): TrendForecast {
  const [declining = 0, stable = 0, improving = 0] = networkProbabilities(model.network, standardise(features, model));
  const { label, confident } = verdict([declining, stable, improving], model.confidentFrom);
  return { improving, stable, declining, label, confident: confident && !features.every(Number.isNaN) };
}

/** The likeliest class, stable when in doubt, and whether it reaches the cut. */
export function verdict(
  [declining, stable, improving]: readonly [number, number, number],
  confidentFrom: number,
): { label: TrendLabel; confident: boolean } {
  const most = Math.max(declining, stable, improving);
  const label = stable === most ? 'stable' : improving === most ? 'improving' : 'declining';
  return { label, confident: most >= confidentFrom };
}
