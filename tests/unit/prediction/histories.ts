import { History, monthAt, monthIndex } from '#shared/domain/prediction/history/history.ts';
import { seededRandom } from '#shared/domain/prediction/statistics/random.ts';
import type { IsoMonth } from '#shared/domain/values/iso-date.ts';

/** What a football office does in a year: low in the autumn, at its peak in January; multiples of a usual month, from January. */
export const footballYear = [2, 1.4, 1, 0.8, 0.8, 1, 0.5, 0.6, 0.7, 0.7, 0.8, 1.6];

export interface Sketch {
  readonly clientId?: string;
  readonly months?: number;
  /** Multiplies that month's use; months count from 0. */
  readonly useAt?: (t: number) => number;
  /** Multiplies what leads satisfaction: efficiency, error reduction, adoption, the sponsor's engagement. */
  readonly driveAt?: (t: number) => number;
  readonly satisfactionAt?: (t: number) => number;
  readonly seed?: number;
}

/** A football conference with a steady life, from January 2022: everything usual unless the sketch says otherwise. */
export function aHistory({
  clientId = 'big-12',
  months = 36,
  useAt = () => 1,
  driveAt = () => 1,
  satisfactionAt = () => 8,
  seed = 1,
}: Sketch = {}): History {
  const random = seededRandom(seed);
  const jitter = (spread: number) => 1 + spread * (random() - 0.5);
  const start = monthIndex('2022-01' as IsoMonth);
  return History.parse({
    clientId,
    conferenceType: 'football',
    staffSeats: 40,
    months: Array.from({ length: months }, (_, t) => {
      const use = useAt(t) * (footballYear[t % 12] ?? 1);
      return {
        month: monthAt(start + t),
        monthsToRenewal: 11 - (t % 12),
        metrics: {
          dailyActiveUsers: 30 * use * jitter(0.1),
          sessions: 900 * use * jitter(0.1),
          optimizationRuns: Math.round(40 * use * jitter(0.1)),
          tasksAutomated: Math.round(300 * useAt(t) * jitter(0.1)),
          complianceReports: 8,
          efficiencyPct: 70 * driveAt(t) * jitter(0.05),
          errorReductionPct: 50 * driveAt(t) * jitter(0.05),
          satisfaction: Math.max(1, Math.min(10, satisfactionAt(t) * jitter(0.05))),
        },
        featureAdoption: { scheduling: 0.7 * driveAt(t), travel: 0.6 * driveAt(t) },
        financial: { arrUsd: 200_000, invoiceDaysLate: 2, realizedRoi: 1.5 },
        leadership: { adTenureMonths: 40 + t, adDepartureAnnounced: false, sponsorEngagement: 0.7 * driveAt(t) },
        support: { tickets: 1, integrationIncidents: 0, downtimeHours: 0 },
      };
    }),
  });
}

/** A book of like conferences, each a little different. */
export const aBook = (clients = 12, sketch: Sketch = {}): History[] =>
  Array.from({ length: clients }, (_, i) => aHistory({ ...sketch, clientId: `conference-${i}`, seed: i + 10 }));
