import { settleBand } from '../../health/band.ts';
import { calendarShare } from './calendar-share.ts';
import type { GradedPoint } from './points.ts';

/** What one way of treating the season does to the score. */
export interface SeasonTreatment {
  readonly name: string;
  /** The share of the variance within clients that is calendar. */
  readonly calendarShare: number;
  /** The share of months in which the band changed. */
  readonly bandChanges: number;
  /** The share of months with a score over 100. */
  readonly above100: number;
}

/** The score as it is, with the season left in, and with the season multiplied onto the finished composite, side by side; nothing when no point was scored. */
export function gradeSeason(points: readonly GradedPoint[]): SeasonTreatment[] {
  const scored = points.flatMap((point) => {
    const { composite } = point.health;
    if (!composite) return [];
    const raw = composite.score / composite.seasonFactor;
    const use = point.adjusted.season.get('dailyActiveUsers')?.[point.asOf % 12] ?? 0;
    return [{ point, inside: composite.score, leftIn: raw, multiplied: raw * bounded(Math.exp(-use)) }];
  });
  if (scored.length === 0) return [];
  const treatment = (name: string, scoreOf: (one: (typeof scored)[number]) => number): SeasonTreatment => {
    const dated = scored.map((one) => ({
      client: one.point.client,
      group: one.point.panel.group,
      asOf: one.point.asOf,
      score: scoreOf(one),
    }));
    return {
      name,
      calendarShare: calendarShare(dated),
      bandChanges: bandChanges(dated),
      above100: dated.filter(({ score }) => score > 100).length / dated.length,
    };
  };
  return [
    treatment('season removed inside the measures (ours)', ({ inside }) => inside),
    treatment('season left in', ({ leftIn }) => leftIn),
    treatment('season multiplied onto the composite', ({ multiplied }) => multiplied),
  ];
}

/** Even bounded as ours is, the factor does harm. */
const bounded = (factor: number) => Math.max(0.85, Math.min(1.15, factor));

function bandChanges(dated: readonly { client: number; score: number }[]): number {
  let changes = 0;
  for (const own of Map.groupBy(dated, ({ client }) => client).values()) {
    let previous: Parameters<typeof settleBand>[1];
    for (const { score } of own) {
      const band = settleBand(score, previous);
      if (previous && previous.band !== band) changes += 1;
      previous = { score, band };
    }
  }
  return changes / dated.length;
}
