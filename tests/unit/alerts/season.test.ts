import { describe, expect, it } from 'vitest';
import { factsBetween } from '#local/demonstration/facts.ts';
import { leadersBefore } from '#local/demonstration/leadership-facts.ts';
import { demonstrationClients } from '#local/demonstration/portfolio.ts';
import { seasonOn } from '#local/demonstration/season.ts';
import { defaultSeed } from '#local/demonstration/tell-demonstration.ts';
import { bandSignals } from '#shared/domain/alerts/band-signals.ts';
import { causeKey } from '#shared/domain/alerts/cause.ts';
import { earlyWarnings } from '#shared/domain/alerts/early-warnings.ts';
import { monthEndsBefore } from '#shared/domain/alerts/monthly-readings.ts';
import { clientOf, type Fact, parseFact } from '#shared/domain/facts/fact.ts';
import { assessHealth } from '#shared/domain/health/assess-health.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { bandChange } from '#shared/domain/health/band-change.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addDays, addMonths, firstDay, type IsoDate, IsoMonth, monthOf } from '#shared/domain/values/iso-date.ts';
import { day } from '#tests/fixtures/world.ts';

const scenario = { startedOn: day('2026-11-22'), seed: defaultSeed };
const historyFrom = day('2024-01-01');
const told = Map.groupBy(
  [...leadersBefore(scenario, historyFrom), ...factsBetween(scenario, historyFrom, day('2026-08-10'))],
  clientOf,
);
const office = demonstrationClients(scenario).filter(({ contract }) => contract);

/** What half the clients of a football office call a lull: 70 % of what a usual month of the year comes to. */
const level = 0.7;

/** The client's Flextime usage brought to that level in one month; everything else as it was told. */
const quietIn = (month: IsoMonth, facts: readonly Fact[]): Fact[] =>
  facts.map((fact) => {
    if (fact.type !== 'usage.reported' || fact.detail.product !== 'flextime' || monthOf(fact.detail.date) !== month)
      return fact;
    const times = level / seasonOn('flextime', fact.detail.date);
    const counts = ['dailyActiveUsers', 'schedulingSessions', 'optimizationRuns', 'travelSavingsCents'];
    const metrics = Object.entries(fact.detail.metrics).map(([name, value]) => [
      name,
      typeof value === 'number' && counts.includes(name) ? Math.round(value * times) : value,
    ]);
    return parseFact({ ...fact, detail: { ...fact.detail, metrics: Object.fromEntries(metrics) } });
  });

/** Every alarm raised about a client in the nights of a month and the week after it, by cause. */
function alarmsIn(month: IsoMonth, { client, contract }: (typeof office)[number], facts: readonly Fact[]): Set<string> {
  const assess = (asOf: IsoDate, previous?: HealthAssessment) =>
    assessHealth({ client, contract, facts, asOf, previous, model: shippedModel });
  const months = monthEndsBefore(firstDay(addMonths(month, 1))).map((end) => assess(end));
  const alarms = new Set<string>();
  let previous = months.at(-2);
  for (let on = addDays(firstDay(month), 4); on <= addDays(firstDay(addMonths(month, 1)), 6); on = addDays(on, 4)) {
    const now = assess(on, previous);
    const change = bandChange(previous, now);
    const before = months.filter(({ scoredOn }) => scoredOn < on && monthOf(scoredOn) < monthOf(on));
    const signals = [
      ...earlyWarnings(client, [...before, now], [], on),
      ...(change ? bandSignals(client, change, [], []) : []),
    ];
    for (const signal of signals)
      if (signal.state === 'alarm' && signal.severity !== 'good-news') alarms.add(causeKey(signal.cause));
    previous = now;
  }
  return alarms;
}

describe.each(office.map((of) => [of.client.name, of] as const))('the football office of the %s', (_, of) => {
  const facts = told.get(of.client.clientId) ?? [];
  const more = (month: string) => {
    const lull = IsoMonth.parse(month);
    const usual = alarmsIn(lull, of, facts);
    return [...alarmsIn(lull, of, quietIn(lull, facts))].filter((cause) => !usual.has(cause));
  };

  it('raises no alarm by a lull in July', () => {
    expect(more('2026-07')).toEqual([]);
  });

  it('raises one by the same quiet in January', () => {
    expect(more('2026-01')).toContain('dimension-falling-usage');
  });
});

describe('the realignment of the Mountain West, for which everyone scheduled anew from March to May', () => {
  const of = office.find(({ client }) => client.clientId === 'mountain-west');
  if (!of) throw new Error('the demonstration has no Mountain West');
  const { client, contract } = of;
  const later = [...factsBetween(scenario, day('2026-08-11'), day('2027-07-31'))].filter(
    (fact) => clientOf(fact) === client.clientId,
  );
  const facts = [...(told.get(client.clientId) ?? []), ...later];
  const usageOn = (on: string) =>
    assessHealth({ client, contract, facts, asOf: day(on), previous: undefined }).dimensions[0]?.score ?? 0;

  it('is no delight: usage up by two thirds brings the score less than five points', () => {
    const before = assessHealth({ client, contract, facts, asOf: day('2026-02-28'), previous: undefined });
    const amid = assessHealth({ client, contract, facts, asOf: day('2026-04-25'), previous: undefined });
    expect(before.outcome === 'scored' && amid.outcome === 'scored' && amid.score - before.score).toBeLessThan(5);
  });

  it('is not expected again: a year later nothing alarms, and usage stands where it usually does', () => {
    for (const month of ['2027-03', '2027-04', '2027-05', '2027-06'])
      expect([...alarmsIn(IsoMonth.parse(month), of, facts)].filter((cause) => cause !== 'trend-declining')).toEqual(
        [],
      );
    expect(usageOn('2027-04-25')).toBeGreaterThan(65);
  });
});
