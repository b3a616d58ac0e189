import type { History, TrendLabel } from '#shared/domain/prediction/history/history.ts';

/** How far the share of patients seen in time may move, in percentage points, and still be called stable. */
export const stableWithinPoints = 2;

/** Adds the outcomes of the hospital panel: the mean `onTimePct` of the three months after each month less that of the three up to it. */
export function withHospitalOutcomes(history: History): History {
  const onTime = history.months.map(({ onTimePct }) => onTimePct);
  const trend = history.months.flatMap(({ month: asOf }, t) => {
    const before = meanOf(onTime.slice(Math.max(0, t - 2), t + 1));
    const after = meanOf(onTime.slice(t + 1, t + 4));
    return before === undefined || after === undefined
      ? []
      : [
          {
            asOf,
            label: labelOf(after - before),
            delta: after - before,
            measuredDelta: undefined,
            measuredLabel: undefined,
          },
        ];
  });
  return { ...history, outcomes: { trend } };
}

const labelOf = (delta: number): TrendLabel =>
  Math.abs(delta) <= stableWithinPoints ? 'stable' : delta > 0 ? 'improving' : 'declining';

/** The mean of exactly three known values, else undefined. */
function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 3 ? known.reduce((sum, value) => sum + value, 0) / 3 : undefined;
}
