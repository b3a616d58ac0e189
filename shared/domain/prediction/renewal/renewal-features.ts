import type { Measure } from '../history/measures.ts';
import type { AdjustedPanel } from '../season/adjust.ts';
import type { Sign } from '../statistics/constrained-logistic.ts';
import { meanOf, theilSenSlope } from '../statistics/robust.ts';
import type { TrendForecast } from '../trend/trend-model.ts';

/** What makes a loss likelier (positive) or less likely (negative), and which way it may count. */
export const renewalFeatures: readonly { readonly name: string; readonly sign: Sign }[] = [
  { name: 'satisfaction, last three months', sign: 'negative' },
  { name: 'satisfaction, the six months before', sign: 'negative' },
  { name: 'satisfaction slope', sign: 'negative' },
  { name: 'trend index', sign: 'negative' },
  { name: 'sponsor engagement', sign: 'negative' },
  { name: 'invoice days late', sign: 'positive' },
  { name: 'realised return', sign: 'negative' },
  { name: 'new athletic director in six months', sign: 'free' },
  { name: 'months to renewal', sign: 'free' },
  { name: 'staff efficiency', sign: 'negative' },
  { name: 'error reduction', sign: 'negative' },
  { name: 'adoption', sign: 'negative' },
  { name: 'tickets', sign: 'positive' },
];

/** The features of the panel's last month, in the order of `renewalFeatures`; NaN where nothing is known. */
export function renewalFeaturesOf(panel: AdjustedPanel, trend: TrendForecast): Float64Array {
  const { columns } = panel;
  const recent = (measure: Measure, months: number, before = 0) =>
    meanOf(columns[measure].subarray(Math.max(0, panel.length - before - months), Math.max(0, panel.length - before)));
  return Float64Array.of(
    recent('satisfaction', 3),
    recent('satisfaction', 6, 3),
    theilSenSlope(columns.satisfaction.subarray(-6)),
    trend.improving - trend.declining,
    recent('sponsorEngagement', 3),
    recent('daysLate', 3),
    recent('realizedRoi', 6),
    isNewDirector(columns.directorTenure),
    columns.monthsToRenewal[panel.length - 1] ?? Number.NaN,
    // What is delivered now is what satisfaction will be by the time of the decision.
    recent('efficiency', 3),
    recent('errorReduction', 3),
    recent('adoption', 3),
    recent('tickets', 3),
  );
}

/** 1 when the athletic director's tenure is under six months, 0 when not. Tenure comes as a logarithm of months plus a half. */
function isNewDirector(tenure: Float64Array): number {
  const latest = tenure.at(-1) ?? Number.NaN;
  return Number.isNaN(latest) ? Number.NaN : Number(Math.exp(latest) < 6.5);
}
