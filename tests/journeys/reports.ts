import { addDays, IsoDate } from '#shared/domain/values/iso-date.ts';
import type { World } from './world.ts';

/** A delivery as another system sends it. */
export interface Sent {
  readonly source: string;
  readonly id: string;
  readonly body: unknown;
}

const today = IsoDate.parse('2026-11-20');
const about = { clientId: 'big-12' };

const used = 0.9;
const metrics = {
  dailyActiveUsers: 24,
  schedulingSessions: 90,
  optimizationRuns: 12,
  travelSavings: 9_000,
  featureAdoption: {
    scheduling: used,
    travel: used,
    compliance: used,
    policy: used,
    analytics: used,
    collaboration: used,
  },
};
const usage = (date: IsoDate) => ({ type: 'usage.reported', ...about, date, product: 'flextime', metrics });
const answer = (surveyId: string, date: IsoDate, score: number) => ({
  type: 'survey.answered',
  ...about,
  date,
  surveyId,
  score,
});
const days = (count: number) => Array.from({ length: count }, (_, i) => addDays(today, -count + i));
const invoice = { ...about, invoiceId: 'inv-1' };

/** Two months in which all went well: an excellent client. */
export const goodMonths: readonly Sent[] = [
  { source: 'usage', id: 'usage-1', body: days(60).map(usage) },
  { source: 'survey', id: 'survey-1', body: days(4).map((date) => answer(`after-${date}`, date, 9)) },
  {
    source: 'billing',
    id: 'billing-1',
    body: [
      { type: 'invoice.issued', ...invoice, date: '2026-09-01', dueDate: '2026-10-01', amount: 60_000 },
      { type: 'invoice.paid', ...invoice, date: '2026-09-20' },
    ],
  },
];

/** A day on which much went wrong: the client is at risk. */
export const badDay: readonly Sent[] = [
  { source: 'survey', id: 'survey-2', body: days(8).map((date) => answer(`outage-${date}`, today, 1)) },
  {
    source: 'leadership',
    id: 'leadership-1',
    body: { type: 'leadership.changed', ...about, date: today, role: 'commissioner', change: 'departed' },
  },
  {
    source: 'ticket',
    id: 'ticket-1',
    body: days(6).map((date) => ({
      type: 'ticket.opened',
      ...about,
      ticketId: `outage-${date}`,
      date: today,
      severity: 'critical',
      category: 'outage',
    })),
  },
];

/** Posts one after the other, and gives the status codes. */
export async function send(at: World, all: readonly Sent[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const { source, id, body } of all) statuses.push((await at.post(source, body, id)).status);
  return statuses;
}
