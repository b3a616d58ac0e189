import * as z from 'zod';
import { fitIsotonic, fitPlatt, heightAt } from '../statistics/calibration.ts';
import { fitLogistic, logistic, logit } from '../statistics/constrained-logistic.ts';
import { fitScaling, standardise } from '../statistics/standardise.ts';
import { renewalFeatures } from './renewal-features.ts';

/** How likely a client is lost at its next renewal, in plain numbers. */
const LossModel = z.object({
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  intercept: z.number(),
  weights: z.array(z.number()),
  calibration: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('platt'), slope: z.number(), offset: z.number() }),
    z.object({ kind: z.literal('isotonic'), from: z.array(z.number()), to: z.array(z.number()) }),
  ]),
});
type LossModel = z.infer<typeof LossModel>;

export const RenewalModel = z.object({
  features: z.array(z.string()),
  /** For clients whose next decision falls within six months, and for the others. */
  near: LossModel,
  far: LossModel,
  /** The probability of leaving within six months without a renewal being decided. */
  otherLoss: z.number().min(0).max(1),
  observedRenewals: z.int().min(0),
});
export type RenewalModel = z.infer<typeof RenewalModel>;

/** One client at one month, and what became of its next renewal. */
export interface RenewalRow {
  readonly clientId: string;
  readonly features: Float64Array;
  readonly monthsToRenewal: number;
  readonly lost: boolean;
}

/** How many observed renewals a method needs (health-model.md, "Renewal and revenue"). */
export const renewalsFor = { fitting: 50, isotonic: 1000 } as const;

/** Whether the next decision falls within the coming six months. In month 0 it has just fallen. */
export const isNear = (monthsToRenewal: number): boolean => monthsToRenewal >= 1 && monthsToRenewal <= 6;

/** The chance that the next decision falls within six months: certain when the contract is known, even otherwise. */
const decisionWithinSixMonths = (monthsToRenewal: number): number =>
  Number.isNaN(monthsToRenewal) ? 0.5 : Number(isNear(monthsToRenewal));

/** The probability of leaving within six months: at a renewal that falls into them, or otherwise. */
export function lossWithinSixMonths(lostAtRenewal: number, monthsToRenewal: number, otherLoss: number): number {
  const atRenewal = decisionWithinSixMonths(monthsToRenewal) * lostAtRenewal;
  return atRenewal + (1 - atRenewal) * otherLoss;
}

/**
 * Learns the loss model from rows of observed renewals; throws a RangeError under 50 renewals, when the prior model is the honest one.
 */
export function fitRenewalModel(
  rows: readonly RenewalRow[],
  { observedRenewals, otherLoss }: { observedRenewals: number; otherLoss: number },
): RenewalModel {
  if (observedRenewals < renewalsFor.fitting)
    throw new RangeError(`${observedRenewals} observed renewals are too few; ${renewalsFor.fitting} are needed`);
  const near = rows.filter(({ monthsToRenewal }) => isNear(monthsToRenewal));
  const far = rows.filter(({ monthsToRenewal }) => !isNear(monthsToRenewal));
  return {
    features: renewalFeatures.map(({ name }) => name),
    near: fitLoss(near, observedRenewals),
    far: fitLoss(far.length > near.length / 4 ? far : rows, observedRenewals),
    otherLoss,
    observedRenewals,
  };
}

/** The probabilities of losing the client within six months, and of keeping it at its next renewal. */
export function forecastRenewal(
  model: RenewalModel,
  features: Float64Array,
  monthsToRenewal: number,
): { churn6m: number; renewalProbability: number } {
  const lost = probability(isNear(monthsToRenewal) ? model.near : model.far, features);
  return { churn6m: lossWithinSixMonths(lost, monthsToRenewal, model.otherLoss), renewalProbability: 1 - lost };
}

const ridge = 5;
const folds = 5;

function fitLoss(rows: readonly RenewalRow[], observedRenewals: number): LossModel {
  const uncalibrated = fitUncalibrated(rows);
  // Calibration is learned on clients the weights have not seen.
  const foldOf = folding(rows);
  const logOdds: number[] = [];
  const lost: boolean[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const held = fitUncalibrated(rows.filter((row) => foldOf(row) !== fold));
    for (const row of rows) {
      if (foldOf(row) !== fold) continue;
      logOdds.push(logit(standardise(row.features, held), held));
      lost.push(row.lost);
    }
  }
  const calibration =
    observedRenewals >= renewalsFor.isotonic
      ? mutable(fitIsotonic(logOdds, lost))
      : { kind: 'platt' as const, ...fitPlatt(logOdds, lost) };
  return { ...uncalibrated, calibration };
}

const mutable = ({ from, to }: { from: readonly number[]; to: readonly number[] }) => ({
  kind: 'isotonic' as const,
  from: [...from],
  to: [...to],
});

function fitUncalibrated(rows: readonly RenewalRow[]): LossModel {
  const scaling = fitScaling(rows.map(({ features }) => features));
  const { intercept, weights } = fitLogistic(
    rows.map(({ features }) => standardise(features, scaling)),
    rows.map(({ lost }) => lost),
    { signs: renewalFeatures.map(({ sign }) => sign), ridge },
  );
  return {
    mean: [...scaling.mean],
    deviation: [...scaling.deviation],
    intercept,
    weights: [...weights],
    calibration: { kind: 'none' },
  };
}

function folding(rows: readonly RenewalRow[]): (row: RenewalRow) => number {
  const clients = new Map(
    [...new Set(rows.map(({ clientId }) => clientId))].map((clientId, i) => [clientId, i % folds]),
  );
  return ({ clientId }) => clients.get(clientId) ?? 0;
}

/** No renewal is certain, whatever the sample says. */
const certainty = { least: 0.002, most: 0.98 };

const probability = (model: LossModel, features: Float64Array): number =>
  Math.max(certainty.least, Math.min(certainty.most, calibrated(model, logit(standardise(features, model), model))));

function calibrated({ calibration }: LossModel, logOdds: number): number {
  if (calibration.kind === 'isotonic') return heightAt(calibration, logOdds);
  return calibration.kind === 'platt' ? logistic(calibration.offset + calibration.slope * logOdds) : logistic(logOdds);
}
