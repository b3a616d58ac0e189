import type { Alert } from '#shared/domain/alerts/alert.ts';
import { type Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import { type Fact, parseFact } from '#shared/domain/facts/fact.ts';
import type { HealthAssessment, Trend } from '#shared/domain/health/assessment.ts';
import { bandNames, type HealthBand } from '#shared/domain/health/band.ts';
import { addDays, addMonths, Instant, lastDay, monthOf } from '#shared/domain/values/iso-date.ts';
import type { Change } from '#shared/ports/table.ts';
import { alerts } from '#shared/store/alert.ts';
import { contacts, contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { client, day, world } from '#tests/fixtures/world.ts';
import { type Measured, scored } from './assessment.ts';
import { seedMail } from './seeded-mail.ts';
import { deadLetter, storeMail, unreadable } from './troubles.ts';

export const today = day('2026-11-20');
const noon = Instant.parse('2026-11-20T18:00:00.000Z');

const portfolio = {
  big12: client('big-12', { memberSchools: 16, services: ['flextime', 'heliix'] }),
  mountainWest: client('mountain-west'),
  american: client('american'),
  conferenceUsa: client('conference-usa', { provenance: 'recorded' }),
  sec: client('sec', { status: 'prospect', memberSchools: 16 }),
};

/** Five conferences on 20 November 2026: one in each band, a prospect, alerts, mail in each state, and failures. */
export async function seededPortfolio() {
  const here = await world({ now: new Date(noon), clients: Object.values(portfolio) });
  const { big12, mountainWest, american, conferenceUsa } = portfolio;
  const standings = [
    standing(big12, { usage: 96, satisfaction: 94, adoption: 91, financial: 98, leadership: 88 }, 'stable'),
    standing(mountainWest, { usage: 31, satisfaction: 28, adoption: 52, financial: 61, leadership: 20 }, 'declining'),
    standing(american, { usage: 74, satisfaction: 58.25, adoption: 66, financial: 71, leadership: 45 }, 'declining'),
    standing(conferenceUsa, { usage: 84, satisfaction: 88, adoption: 71 }, 'improving'),
  ];
  for (const [{ clientId }, measured, assessment] of standings) {
    await here.table.commit([health.putStanding(clientId, assessment, undefined)]);
    await here.table.commit(pastOf(measured, assessment).map((past) => health.putSnapshot(clientId, past)));
  }
  await here.table.commit([
    ...[big12, mountainWest, american, conferenceUsa].map(signed),
    ...people(american),
    ...recorded(american).map(facts.record),
    ...recorded(big12).map(facts.record),
    alerts.raise(fell(mountainWest, 'at-risk', 'critical', 'urgent', -2)),
    alerts.raise(fell(american, 'good', 'at-risk', 'urgent', 2)),
    deadLetter(american),
    unreadable(),
  ]);
  await seedMail(here.table, american);
  await storeMail(here.table, american, 'sent');
  await storeMail(here.table, mountainWest, 'unknown');
  await storeMail(here.table, mountainWest, 'pending');
  return here;
}

const standing = (of: Client, measured: Measured, trend: Trend): [Client, Measured, HealthAssessment] => [
  of,
  measured,
  scored(today, measured, { trend, usageWithoutSeason: (measured.usage ?? 0) - 3 }),
];

/** A reading at the end of each of the last 23 months, and daily since: on its way to where the client stands now. */
function pastOf(measured: Measured, now: HealthAssessment): HealthAssessment[] {
  const ends = Array.from({ length: 23 }, (_, i) => lastDay(addMonths(monthOf(today), i - 23)));
  const days = Array.from({ length: 19 }, (_, i) => addDays(today, i - 19));
  const past = [...ends, ...days].map((date, i, all) => {
    const distance = (all.length - i) / all.length;
    const usage = (measured.usage ?? 50) * (1 - distance) + 82 * distance + 6 * Math.sin(Date.parse(date) / 5e9);
    return scored(date, { ...measured, usage: Math.round(Math.min(100, usage)) });
  });
  return [...past, now];
}

const signed = ({ clientId }: Client, i: number): Change =>
  contracts.put(
    Contract.parse({
      clientId,
      start: '2024-07-01',
      end: ['2027-06-30', '2027-01-31', '2027-04-15', '2026-11-01'][i],
      annualValueCents: 18_000_000 - i * 2_500_000,
      promisedSavingsCents: 40_000_000,
    }),
  );

const people = ({ clientId }: Client): Change[] =>
  ['commissioner', 'scheduling-associate', 'compliance-associate'].map((role, i) =>
    contacts.put(
      Contact.parse({
        clientId,
        contactId: role,
        role,
        email: `${role}@${clientId}.example`,
        decisionMaker: i === 0,
        powerUser: i > 0,
      }),
    ),
  );

const recorded = ({ clientId }: Client): Fact[] =>
  [
    [
      'usage.reported',
      '2026-11-19',
      { product: 'flextime', metrics: { dailyActiveUsers: 41, schedulingSessions: 1, travelSavingsCents: 1825000 } },
    ],
    ['usage.reported', '2026-11-18', { product: 'flextime', metrics: { dailyActiveUsers: 39 } }],
    ['ticket.resolved', '2026-11-12', { ticketId: 'T-118' }],
    ['ticket.opened', '2026-11-10', { ticketId: 'T-118', severity: 'high', category: 'integration' }],
    ['survey.answered', '2026-10-30', { surveyId: 'autumn', score: 5, comment: 'Slow since the <update>.' }],
    ['leadership.changed', '2026-10-02', { role: 'athletic-director', change: 'departure-announced' }],
    ['invoice.paid', '2026-09-28', { invoiceId: 'INV-7' }],
    ['invoice.issued', '2026-08-01', { invoiceId: 'INV-7', dueDate: '2026-08-31', amountCents: 3_250_000 }],
  ].map(([type, date, detail], i) =>
    parseFact({ factId: `${clientId}-${i}`, type, recordedAt: noon, detail: { clientId, date, ...Object(detail) } }),
  );

const fell = (
  { clientId, name }: Client,
  from: HealthBand,
  to: HealthBand,
  severity: Alert['severity'],
  dueInDays: number,
): Alert => ({
  alertId: `band:${clientId}`,
  clientId,
  severity,
  cause: {
    kind: 'health-band',
    from,
    to,
    scoredOn: today,
    says: `${name} fell from ${bandNames[from]} to ${bandNames[to]}.`,
  },
  evidence: [],
  history: [],
  owner: 'operator',
  raisedAt: noon,
  dueOn: addDays(today, dueInDays),
  play: { name: 'Recovery plan', firstStep: 'Read the evidence, call the power user, and book a review.' },
  status: 'open',
});
