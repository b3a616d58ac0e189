import type { BandedScore } from '../health/band.ts';
import { groundsOfHistory } from '../health/score/grounds.ts';
import type { Peers } from '../health/score/peers.ts';
import { scorePanel } from '../health/score/score-panel.ts';
import type { IsoMonth } from '../values/iso-date.ts';
import { type History, monthIndex } from './history/history.ts';
import { cutPanel, panelOf } from './history/panel.ts';
import type { PredictionModel } from './model.ts';
import { type Prediction, predictPoint } from './predict.ts';
import { adjust } from './season/adjust.ts';

/**
 * The full assessment of one client at the end of `asOf`: score, band, trend and renewal, using nothing later. `peers` must be
 * those of the same month (`fitPeers`); `previous` is the reading of an earlier month, for the hysteresis of bands.
 */
export function assessHistory(
  history: History,
  asOf: IsoMonth,
  peers: Peers,
  model: PredictionModel,
  previous?: BandedScore,
): Prediction {
  const month = monthIndex(asOf);
  const panel = cutPanel(panelOf(history), month);
  const adjusted = adjust(panel, peers.seasons);
  const health = scorePanel(panel, adjusted, peers, groundsOfHistory(panel), previous);
  return predictPoint({ asOf: month, panel, adjusted, health }, model);
}
