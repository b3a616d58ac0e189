import type { TrendForecast } from '../trend/trend-model.ts';

/** How likely a decline must be for a falling dimension to be worth someone's time. */
const leastLikely = 0.25;

/**
 * Whether to raise an early warning: the trend model is confident of a decline, or some dimension has been falling (CUSUM) and the model does not
 * rule a decline out. Either alone raises more false alarms than a small team can answer.
 */
export const isEarlyWarning = (someDimensionFalls: boolean, trend: TrendForecast): boolean =>
  (trend.label === 'declining' && trend.confident) || (someDimensionFalls && trend.declining >= leastLikely);
