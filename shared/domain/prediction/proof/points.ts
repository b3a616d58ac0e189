import { type History, monthIndex, type TrendLabel } from '../history/history.ts';
import { panelOf } from '../history/panel.ts';
import { firstPredictedMonth } from '../predict.ts';
import { trendFeatures } from '../trend/trend-features.ts';
import { type AsOfPoint, walkForward } from '../walk-forward.ts';

/** What became of a client after a month, as far as the file says. */
interface Truth {
  readonly trend?: TrendLabel;
  /** The change of satisfaction behind the label. */
  readonly delta?: number;
  readonly churned6m?: boolean;
  /** Whether the next renewal lost the client. */
  readonly lostAtRenewal?: boolean;
}

/** A client at the end of a month, with its features, beside what became of it. */
export interface GradedPoint extends AsOfPoint {
  readonly clientId: string;
  /** Which month of the record it is, the first being 1. */
  readonly age: number;
  readonly monthsToRenewal: number;
  readonly trendFeatures: Float64Array;
  readonly truth: Truth;
}

/** Walks forward through one book of clients and yields, month by month, its points from that month of each record on. */
export function* gradedPoints(
  histories: readonly History[],
  fromMonth = firstPredictedMonth,
): Generator<readonly GradedPoint[]> {
  const panels = histories.map(panelOf);
  const truths = histories.map(truthsOf);
  for (const { points } of walkForward(panels))
    yield points
      .filter(({ panel }) => panel.length >= fromMonth)
      .map((point) => ({
        ...point,
        clientId: point.panel.clientId,
        age: point.panel.length,
        monthsToRenewal: point.panel.columns.monthsToRenewal[point.panel.length - 1] ?? Number.NaN,
        trendFeatures: trendFeatures(point.adjusted),
        truth: truths[point.client]?.(point.asOf) ?? {},
      }));
}

function truthsOf({ outcomes }: History): (asOf: number) => Truth {
  const trends = new Map(outcomes?.trend?.map((trend) => [monthIndex(trend.asOf), trend]));
  const churns = new Map(outcomes?.churn6m?.map(({ asOf, churned }) => [monthIndex(asOf), churned]));
  const renewals = (outcomes?.renewals ?? [])
    .map(({ month, decision }) => ({ at: monthIndex(month), decision }))
    .sort((a, b) => a.at - b.at);
  return (asOf) => {
    const trend = trends.get(asOf);
    const churned6m = churns.get(asOf);
    const next = renewals.find(({ at }) => at > asOf);
    return {
      ...(trend && { trend: trend.label }),
      ...(trend?.delta !== undefined && { delta: trend.delta }),
      ...(churned6m !== undefined && { churned6m }),
      ...(next && { lostAtRenewal: next.decision === 'churned' }),
    };
  };
}
