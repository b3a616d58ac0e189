import { type Fact, parseFact } from '#shared/domain/facts/fact.ts';
import { addDays, dateIn, type IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';

/** What deliveries are signed and links sealed with in this tier. */
export const secret = `whsec_${Buffer.from('a secret of 32 bytes for tests..').toString('base64')}`;

const now = new Date();
const clientId = 'big-12';

const today = dateIn(businessZone, now);

/** Two months in which all went well, up to yesterday. */
export const goodMonths: readonly Fact[] = [
  ...daysBefore(60).map((date) => fact('usage.reported', { date, product: 'flextime', metrics: busy() })),
  ...daysBefore(4).map((date) => fact('survey.answered', { date, surveyId: `after-${date}`, score: 9 })),
  fact('invoice.issued', {
    date: addDays(today, -50),
    dueDate: addDays(today, -20),
    invoiceId: 'inv-1',
    amountCents: 6_000_000,
  }),
  fact('invoice.paid', { date: addDays(today, -30), invoiceId: 'inv-1' }),
];

/** What the survey tool reports on a bad day: eight people, none of them content. */
export const badSurvey = daysBefore(8).map((date) => ({
  type: 'survey.answered',
  clientId,
  date: today,
  surveyId: `outage-${date}`,
  score: 1,
}));

function fact(type: Fact['type'], about: object): Fact {
  const factId = `import:${type}:${JSON.stringify(about).replaceAll(/[^a-z0-9]/gi, '')}`.slice(0, 200);
  return parseFact({ factId, type, recordedAt: instantOf(now), detail: { clientId, ...about } });
}

function daysBefore(count: number): IsoDate[] {
  return Array.from({ length: count }, (_, day) => addDays(today, day - count));
}

function busy() {
  const features = ['scheduling', 'travel', 'compliance', 'policy', 'analytics', 'collaboration'];
  return {
    dailyActiveUsers: 24,
    schedulingSessions: 90,
    optimizationRuns: 12,
    travelSavingsCents: 900_000,
    featureAdoption: Object.fromEntries(features.map((feature) => [feature, 0.9])),
  };
}
