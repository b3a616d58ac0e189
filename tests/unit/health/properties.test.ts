import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { assess, day, fact, healthy, ticket } from './evidence.ts';

const asOf = day('2026-11-20');
const inOrder = healthy(asOf);
const dates = fc.integer({ min: 0, max: 720 }).map((back) => addDays(asOf, -back));
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 }), fc.constant(1_000_000));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const usageFact = fc
  .record({
    date: dates,
    product: fc.constantFrom('flextime', 'heliix'),
    dailyActiveUsers: count,
    work: maybe(count),
    money: maybe(fc.integer({ min: 0, max: 100_000_000_000 })),
    gain: maybe(share),
    feature: maybe(share),
  })
  .map(({ date, product, dailyActiveUsers, work, money, gain, feature }) => {
    const metrics = {
      dailyActiveUsers,
      ...(work === undefined ? {} : product === 'flextime' ? { optimizationRuns: work } : { tasksAutomated: work }),
      ...(money === undefined || product !== 'flextime' ? {} : { travelSavingsCents: money }),
      ...(gain === undefined ? {} : { staffEfficiencyGain: gain }),
      ...(feature === undefined ? {} : { featureAdoption: { scheduling: feature, policy: 1 - feature } }),
    };
    return [fact('usage.reported', date, { product, metrics }, product)];
  });
const surveyFact = fc
  .record({ date: dates, score: fc.integer({ min: 1, max: 10 }) })
  .map(({ date, score }) => [fact('survey.answered', date, { surveyId: `s-${date}`, score })]);
const bill = fc
  .record({ date: dates, id: fc.nat(9), paidAfter: maybe(fc.integer({ min: 0, max: 200 })) })
  .map(({ date, id, paidAfter }) => {
    const invoiceId = `i-${id}`;
    return [
      fact('invoice.issued', date, { invoiceId, dueDate: addDays(date, 30), amountCents: 100_000 }),
      ...(paidAfter === undefined ? [] : [fact('invoice.paid', addDays(date, paidAfter), { invoiceId })]),
    ];
  });
const ticketFact = fc
  .record({
    date: dates,
    id: fc.nat(9),
    severity: fc.constantFrom('low', 'normal', 'high', 'critical'),
    open: fc.nat(60),
  })
  .map(({ date, id, severity, open }) => [
    ticket(date, severity, 'integration', String(id)),
    fact('ticket.resolved', addDays(date, open), { ticketId: `ticket-${id}` }),
  ]);
const leaderFact = fc
  .record({
    date: dates,
    role: fc.constantFrom('commissioner', 'deputy-commissioner', 'athletic-director', 'scheduling-associate'),
    change: fc.constantFrom('departure-announced', 'departed', 'appointed'),
  })
  .map(({ date, role, change }) => [fact('leadership.changed', date, { role, change }, `${role}-${change}`)]);

/** Anything at all may be recorded of a client, or nothing; of some beside two years in good order. */
const anyFacts: fc.Arbitrary<Fact[]> = fc
  .record({
    groups: fc.array(fc.oneof(usageFact, surveyFact, bill, ticketFact, leaderFact), { maxLength: 40 }),
    known: fc.oneof({ weight: 3, arbitrary: fc.constant<Fact[]>([]) }, { weight: 1, arbitrary: fc.constant(inOrder) }),
  })
  .map(({ groups, known }) => [...known, ...groups.flat().map(delivered)]);

/** A delivery of its own for each content: one delivery never brings two contents. */
const delivered = (it: Fact): Fact => ({ ...it, factId: JSON.stringify(it.detail) });

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe('whatever is recorded of a client', () => {
  it('the assessment is well formed: bounds kept, no number missing, nothing undefined, drivers summing to the score', () => {
    fc.assert(
      fc.property(anyFacts, dates, (facts, on) => {
        const assessment = assess(facts, on);
        expect(HealthAssessment.parse(assessment)).toEqual(assessment);
        expect(JSON.parse(JSON.stringify(assessment))).toStrictEqual(assessment);
        expect(numbersIn(assessment).every(Number.isFinite)).toBe(true);
        expect(JSON.stringify(assessment)).not.toMatch(/NaN|undefined|Infinity/);
        if (assessment.outcome !== 'scored') return;
        const { score, drivers, seasonFactor } = assessment;
        expect(drivers.reduce((sum, { hundredths }) => sum + hundredths, 0)).toBe(Math.round(score * 100));
        const withoutSeason = drivers.reduce(
          (sum, { driver, hundredths }) => (driver === 'season' ? sum : sum + hundredths),
          0,
        );
        expect((withoutSeason / 100) * seasonFactor).toBeCloseTo(score, 9);
        for (const { dimension, score: reading } of assessment.dimensions)
          expect(drivers.some(({ driver }) => driver === dimension)).toBe(reading !== undefined);
      }),
      { numRuns: 150 },
    );
  });

  it('neither order nor repetition changes anything', () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts, ...facts], { minLength: 2 * facts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([facts, again]) => {
        expect(assess(again, asOf)).toEqual(assess(facts, asOf));
      }),
      { numRuns: 60 },
    );
  });

  it('facts dated after the day change nothing', () => {
    fc.assert(
      fc.property(anyFacts, dates, (facts, on) => {
        expect(assess(facts, on)).toEqual(
          assess(
            facts.filter(({ detail }) => detail.date <= on),
            on,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** The same facts with the details of some improved; `better` leaves the others as they are. */
const improve = (facts: readonly Fact[], better: (fact: Fact) => object) =>
  facts.map((old) => ({ ...old, detail: { ...old.detail, ...better(old) } }) as Fact);

const neverLowers = (change: (facts: Fact[], by: number) => readonly Fact[], about = anyFacts) =>
  fc.assert(
    fc.property(about, fc.integer({ min: 1, max: 100 }), (facts, by) => {
      const [before, after] = [assess(facts, asOf), assess(change(facts, by), asOf)];
      expect(after.outcome).toBe(before.outcome);
      if (before.outcome === 'scored' && after.outcome === 'scored')
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      for (const { dimension, score } of before.dimensions)
        expect(after.dimensions.find((it) => it.dimension === dimension)?.score ?? 0).toBeGreaterThanOrEqual(
          score ?? 0,
        );
    }),
    { numRuns: 80 },
  );

// Read backwards, each of these says that worse never raises.
describe('better never lowers the score, all else being equal', () => {
  it('a better survey answer, however old', () => {
    neverLowers((facts, by) =>
      improve(facts, ({ type, detail }) =>
        type === 'survey.answered' ? { score: Math.min(10, detail.score + by / 20) } : {},
      ),
    );
  });

  it('more use in the latest month; the months before are what it is compared with, so more use then is another matter', () => {
    neverLowers((facts, by) => {
      // Where reports have stopped, the latest month with reports is the one that is read.
      const recent = (date: IsoDate) => daysBetween(date, asOf) <= 30;
      return improve(facts, ({ type, detail }) => {
        if (type !== 'usage.reported' || !recent(detail.date)) return {};
        const { featureAdoption, ...counts } = detail.metrics;
        const more = Object.entries(counts).map(([name, value]) =>
          name === 'staffEfficiencyGain' || name === 'errorReduction'
            ? [name, Math.min(1, Number(value) + by / 100)]
            : [name, Number(value) + by],
        );
        const features = Object.entries(featureAdoption ?? {}).map(([name, value]) => [
          name,
          Math.min(1, value + by / 100),
        ]);
        return {
          metrics: {
            ...Object.fromEntries(more),
            ...(featureAdoption ? { featureAdoption: Object.fromEntries(features) } : {}),
          },
        };
      });
    });
  });

  it('an invoice paid earlier', () => {
    // Of two payments of one invoice the later recorded one corrects the other, so earlier is not simply better.
    const paidOnce = anyFacts.map((facts) => {
      const payments = new Map(facts.flatMap((it) => (it.type === 'invoice.paid' ? [[it.detail.invoiceId, it]] : [])));
      return [...facts.filter(({ type }) => type !== 'invoice.paid'), ...payments.values()];
    });
    neverLowers(
      (facts, by) =>
        improve(facts, ({ type, detail }) => (type === 'invoice.paid' ? { date: addDays(detail.date, -by) } : {})),
      paidOnce,
    );
  });

  it('a leader longer in office', () => {
    const inOffice = (by: number) =>
      fact('leadership.changed', addDays(asOf, -100 - by), { role: 'commissioner', change: 'appointed' });
    const others = anyFacts.map((facts) => facts.filter(({ type }) => type !== 'leadership.changed'));
    neverLowers(
      (facts, by) => [...facts.slice(0, -1), inOffice(by)],
      others.map((facts) => [...facts, inOffice(0)]),
    );
  });
});
