import { Client, Contract } from '#shared/domain/clients/client.ts';
import { type Fact, type FactType, parseFact } from '#shared/domain/facts/fact.ts';
import { assessHealth, type HealthEvidence } from '#shared/domain/health/assess-health.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { calendarOf } from '#shared/domain/season/sporting-calendar.ts';
import { addDays, IsoDate, monthNumber, monthOf } from '#shared/domain/values/iso-date.ts';

export const day = (text: string): IsoDate => IsoDate.parse(text);

export const american = Client.parse({
  clientId: 'american',
  name: 'American',
  type: 'mid-major-conference',
  status: 'active',
  memberSchools: 12,
  staffSeats: 40,
  services: ['flextime'],
  timeZone: 'America/Chicago',
  fiscalYearEnd: '06-30',
  provenance: 'simulated',
});

/** A fact about American; `id` tells apart facts that would otherwise be one delivery. */
export const fact = (type: FactType, date: IsoDate, detail: object, id = ''): Fact =>
  parseFact({
    factId: `${type}-${date}-${id}`,
    type,
    recordedAt: `${date}T12:00:00.000Z`,
    detail: { clientId: american.clientId, date, ...detail },
  });

const ago = (asOf: IsoDate, days: number) => addDays(asOf, -days);

/** How much an office that follows the sporting calendar uses Flextime on a day, times its usual day. */
export const calendarUse = (date: IsoDate): number =>
  calendarOf(american, 'flextime')[monthNumber(monthOf(date)) - 1]?.times ?? 1;

/** Daily Flextime reports up to `asOf`, of `usual` people and the work that goes with them, times what `use` says. */
export const usage = (asOf: IsoDate, days: number, use: (date: IsoDate) => number = calendarUse, usual = 20): Fact[] =>
  Array.from({ length: days }, (_, back) => {
    const date = ago(asOf, days - 1 - back);
    const people = usual * use(date);
    return fact('usage.reported', date, {
      product: 'flextime',
      metrics: {
        dailyActiveUsers: Math.round(people),
        schedulingSessions: Math.round(3 * people),
        optimizationRuns: Math.round(people),
        travelSavingsCents: Math.round(8_000 * people),
        featureAdoption: { scheduling: 0.85, travel: 0.8, analytics: 0.7, collaboration: 0.75 },
        staffEfficiencyGain: 0.3,
        errorReduction: 0.3,
      },
    });
  });

export const surveys = (asOf: IsoDate, score: number, days = 730): Fact[] =>
  every(90, 10, days).map((back) =>
    fact('survey.answered', ago(asOf, back), { surveyId: `survey-${ago(asOf, back)}`, score }),
  );

/** An invoice a quarter, due 30 days later and paid `late` days after that, as far as that day has come. */
export const invoices = (asOf: IsoDate, late = 0, days = 730): Fact[] =>
  every(91, 20, days).flatMap((back) => {
    const issued = ago(asOf, back);
    const invoiceId = `invoice-${issued}`;
    const paid = addDays(issued, 30 + late);
    return [
      fact('invoice.issued', issued, { invoiceId, dueDate: addDays(issued, 30), amountCents: 2_500_000 }),
      ...(paid <= asOf ? [fact('invoice.paid', paid, { invoiceId })] : []),
    ];
  });

export const settledLeaders = (asOf: IsoDate): Fact[] =>
  ['commissioner', 'deputy-commissioner', 'scheduling-associate'].map((role) =>
    fact('leadership.changed', ago(asOf, 700), { role, change: 'appointed' }, role),
  );

export const ticket = (date: IsoDate, severity: string, category: string, id = 'one'): Fact =>
  fact('ticket.opened', date, { ticketId: `ticket-${id}`, severity, category }, id);

const every = (step: number, first: number, until: number): number[] =>
  Array.from({ length: Math.ceil((until - first) / step) }, (_, at) => first + at * step);

/** Two years of a client in good order, as of a day. */
export const healthy = (asOf: IsoDate): Fact[] => [
  ...usage(asOf, 730),
  ...surveys(asOf, 8.5),
  ...invoices(asOf),
  ...settledLeaders(asOf),
  ticket(ago(asOf, 300), 'normal', 'question'),
  fact('ticket.resolved', ago(asOf, 299), { ticketId: 'ticket-one' }),
];

export const contract = Contract.parse({
  clientId: american.clientId,
  start: '2024-07-01',
  end: '2027-06-30',
  annualValueCents: 10_000_000,
  promisedSavingsCents: 50_000_000,
});

export const assess = (facts: readonly Fact[], asOf: IsoDate, change: Partial<HealthEvidence> = {}): HealthAssessment =>
  assessHealth({ client: american, contract, facts, asOf, previous: undefined, ...change });

/** The assessment, which must be a score. */
export function scored(facts: readonly Fact[], asOf: IsoDate, change: Partial<HealthEvidence> = {}) {
  const assessment = assess(facts, asOf, change);
  if (assessment.outcome !== 'scored') throw new Error(`not scored: ${assessment.missing}`);
  return assessment;
}

export const dimension = (assessment: HealthAssessment, name: string) =>
  assessment.dimensions.find((reading) => reading.dimension === name);

/** Everything said as evidence, in one text. */
export const said = (assessment: HealthAssessment): string =>
  assessment.dimensions.flatMap(({ evidence }) => evidence.map(({ says }) => says)).join('\n');

export const asOf = day('2026-11-20');
/** American in good order, and what is left of it with some kinds of facts only, or without them. */
export const good = healthy(asOf);
export const of = (...types: string[]) => good.filter(({ type }) => types.includes(type));
export const but = (...types: string[]) => good.filter(({ type }) => !types.includes(type));

/** How many points these facts score less than American in good order. */
export const drop = (facts: readonly Fact[]) => scored(good, asOf).score - scored(facts, asOf).score;
