import type { Client } from '../clients/client.ts';
import type { LeadershipChange } from '../facts/leadership.ts';
import type { HealthAssessment } from '../health/assessment.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { Signal } from './decide-alerts.ts';
import { dimensionSignals } from './dimension-signals.ts';
import { leadershipSignals } from './leadership-signals.ts';
import { trendSignals } from './trend-signals.ts';

/**
 * Every early warning of a client on a day, from its readings (month ends, oldest first, then the latest) and the changes
 * of its leaders. Bands are not among them: a change of band is announced (`band-signals.ts`).
 */
export const earlyWarnings = (
  client: Client,
  readings: readonly HealthAssessment[],
  leaders: readonly LeadershipChange[],
  today: IsoDate,
): Signal[] => {
  const news = leadershipSignals(client, leaders, today);
  const isTold = news.some(({ state }) => state === 'alarm');
  return [
    ...dimensionSignals(client, readings).filter((signal) => !(isTold && isFallOfLeadership(signal))),
    ...trendSignals(client, readings),
    ...news,
  ];
};

/** Leadership that fell with the news of a change has its alert and play already: a fall without news is the other kind. */
const isFallOfLeadership = (signal: Signal) =>
  signal.state === 'alarm' && signal.cause.kind === 'dimension-falling' && signal.cause.dimension === 'leadership';
