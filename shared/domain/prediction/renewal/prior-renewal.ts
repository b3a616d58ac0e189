import { logistic } from '../statistics/constrained-logistic.ts';
import { lossWithinSixMonths } from './renewal-model.ts';

/** Log-odds of loss per point of health (health-model.md, "Renewal and revenue": 10 points are about -0.6). */
const perPoint = -0.06;
const usualHealth = 70;

/** How often clients are lost at a renewal, and within six months otherwise. */
export interface UsualLoss {
  readonly atRenewal: number;
  readonly otherwise: number;
}

/** What the trade loses: about 8 % of clients a year (domain-facts.md, "Benchmarks of the trade"). */
export const lossOfTheTrade: UsualLoss = { atRenewal: 0.08, otherwise: 0.005 };

/** What renewals look like before enough of them were seen: the usual loss, moved by health alone. */
export function priorRenewalForecast(
  healthScore: number | undefined,
  monthsToRenewal: number,
  { atRenewal, otherwise }: UsualLoss = lossOfTheTrade,
): { churn6m: number; renewalProbability: number } {
  const base = Math.log(atRenewal / (1 - atRenewal));
  const lost = logistic(base + perPoint * ((healthScore ?? usualHealth) - usualHealth));
  return { churn6m: lossWithinSixMonths(lost, monthsToRenewal, otherwise), renewalProbability: 1 - lost };
}
