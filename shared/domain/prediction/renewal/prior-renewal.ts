import { logistic } from '../statistics/constrained-logistic.ts';
import { lossWithinSixMonths } from './renewal-model.ts';

/** Log-odds of loss per point of health (health-model.md, "Renewal and revenue": 10 points are about -0.6). */
const perPoint = -0.06;
const usualHealth = 70;

/** What renewals look like before enough of them were seen: the trade's loss of about 8 % a year, moved by health alone. */
export function priorRenewalForecast(
  healthScore: number | undefined,
  monthsToRenewal: number,
  { lostAtRenewal = 0.08, otherLoss = 0.005 } = {},
): { churn6m: number; renewalProbability: number } {
  const base = Math.log(lostAtRenewal / (1 - lostAtRenewal));
  const lost = logistic(base + perPoint * ((healthScore ?? usualHealth) - usualHealth));
  return { churn6m: lossWithinSixMonths(lost, monthsToRenewal, otherLoss), renewalProbability: 1 - lost };
}
