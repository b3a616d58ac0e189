import type { BandedScore } from '../health/band.ts';
import { groundsOfHistory } from '../health/score/grounds.ts';
import { fitPeers, type Peers } from '../health/score/peers.ts';
import { type MonthlyHealth, scorePanel } from '../health/score/score-panel.ts';
import { cutPanel, type Panel } from './history/panel.ts';
import type { AdjustedPanel } from './season/adjust.ts';
import { adjust } from './season/adjust.ts';

/** One client as it stood at the end of one month. */
export interface AsOfPoint {
  /** Its place in the book. */
  readonly client: number;
  /** Months since year 0. */
  readonly asOf: number;
  readonly panel: Panel;
  readonly adjusted: AdjustedPanel;
  readonly health: MonthlyHealth;
}

/**
 * Walks through a book of clients month by month and yields, for each month, every client with a record of that month. Seasons,
 * references and scores are fitted anew on what was known at the end of that month; nothing later is looked at.
 */
export function* walkForward(panels: readonly Panel[]): Generator<{ peers: Peers; points: readonly AsOfPoint[] }> {
  const previous = new Map<number, BandedScore>();
  const [first, last] = span(panels);
  for (let asOf = first; asOf <= last; asOf += 1) {
    const peers = fitPeers(panels, asOf);
    const points: AsOfPoint[] = [];
    for (const [client, whole] of panels.entries()) {
      if (asOf < whole.firstMonth || asOf >= whole.firstMonth + whole.length) continue;
      const panel = cutPanel(whole, asOf);
      const adjusted = adjust(panel, peers.seasons);
      const health = scorePanel(panel, adjusted, peers, groundsOfHistory(panel), previous.get(client));
      if (health.composite && health.band) previous.set(client, { score: health.composite.score, band: health.band });
      points.push({ client, asOf, panel, adjusted, health });
    }
    yield { peers, points };
  }
}

/** The first and last month any client has a record of; an empty range for no clients. */
function span(panels: readonly Panel[]): [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { firstMonth, length } of panels) {
    if (length === 0) continue;
    first = Math.min(first, firstMonth);
    last = Math.max(last, firstMonth + length - 1);
  }
  return [first, last];
}
