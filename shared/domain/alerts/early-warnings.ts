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
): Signal[] => [
  ...dimensionSignals(client, readings),
  ...trendSignals(client, readings),
  ...leadershipSignals(client, leaders, today),
];
