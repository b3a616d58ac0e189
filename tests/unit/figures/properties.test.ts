import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { cite, citedFacts } from '#shared/domain/figures/citation.ts';
import { figuresOf } from '#shared/domain/figures/figures-of.ts';
import { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { client, day } from '#tests/fixtures/world.ts';
import { bareValue, fact, flextime, heliix, month, recordOf } from './recorded.ts';

const date = fc.integer({ min: 0, max: 150 }).map((days) => addDays(day('2026-06-10'), days));
const report = fc.oneof(
  fc
    .record({ date, cents: fc.nat(9_000_000), users: fc.nat(60) })
    .map(({ date, cents, users }) => flextime(date, { travelSavingsCents: cents, dailyActiveUsers: users })),
  fc.record({ date, tenths: fc.nat(900) }).map(({ date, tenths }) => heliix(date, { hoursSaved: tenths / 10 })),
  fc.record({ date, share: fc.nat(100) }).map(({ date, share }) =>
    fact('usage.reported', date, {
      product: 'flextime',
      metrics: { featureAdoption: { scheduling: share / 100, travel: 0.5 }, travelSavingsCents: share },
    }),
  ),
);
/** An id is of one delivery, so no two facts share it. */
const reports = fc.uniqueArray(report, { maxLength: 120, selector: ({ factId }) => factId });
const october = (facts: readonly Fact[]) => figuresOf(recordOf({ facts }), month('2026-10'));
const valueIn = (facts: readonly Fact[], id: string) =>
  october(facts)
    .filter((it) => it.id === id)
    .map(bareValue)[0];

describe('figures, whatever was recorded', () => {
  it('do not depend on the order facts arrive in, or on how often', () => {
    fc.assert(
      fc.property(reports, fc.infiniteStream(fc.nat()), (facts, order) => {
        const shuffled = [...facts, ...facts]
          .map((one) => ({ one, at: order.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(october(shuffled)).toEqual(october(facts));
      }),
      { numRuns: 60 },
    );
  });

  it('equal an independent sum of the facts that count', () => {
    fc.assert(
      fc.property(reports, (facts) => {
        // The last report of a product and day counts; all were recorded at noon, so the greater id decides.
        const last = new Map<string, Fact<'usage.reported'>>();
        for (const each of facts) {
          if (each.type !== 'usage.reported') continue;
          const key = `${each.detail.product} ${each.detail.date}`;
          const known = last.get(key);
          if (!known || each.factId >= known.factId) last.set(key, each);
        }
        let [total, sum, inMonth] = [0, 0, 0];
        for (const { detail } of last.values()) {
          if (detail.product !== 'flextime' || detail.date > '2026-10-31') continue;
          const cents = detail.metrics.travelSavingsCents;
          if (cents === undefined) continue;
          total += cents;
          if (detail.date.startsWith('2026-10')) [sum, inMonth] = [sum + cents, inMonth + 1];
        }
        const told = valueIn(facts, 'savings.month');
        if (told !== undefined) expect(told).toBe(sum);
        if (inMonth === 0) expect(told).toBeUndefined();
        if (total > 0) expect(valueIn(facts, 'savings.total')).toBe(total);
      }),
      { numRuns: 100 },
    );
  });

  it('are well formed, told once each, and finite', () => {
    fc.assert(
      fc.property(reports, (facts) => {
        const told = october(facts);
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        for (const it of told) {
          expect(GroundedFact.safeParse(it).error).toBeUndefined();
          if ('value' in it) expect(it.value).toSatisfy(Number.isFinite);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same when everything another client does is recorded beside them', () => {
    const other = client('sec').clientId;
    fc.assert(
      fc.property(reports, reports, (facts, theirs) => {
        const foreign = theirs.map((each) => ({ ...each, detail: { ...each.detail, clientId: other } }) as Fact);
        expect(october([...foreign, ...facts])).toEqual(october(facts));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a citation', () => {
  const about = { type: 'usage.reported', product: 'flextime', metric: 'travelSavingsCents' } as const;
  const savings = (facts: readonly Fact[]) =>
    facts.filter((each) => each.type === 'usage.reported' && 'travelSavingsCents' in each.detail.metrics);

  it('is short, and names exactly the facts that were cited', () => {
    fc.assert(
      fc.property(reports, (facts) => {
        const current = [...new Map(facts.map((each) => [each.factId, each])).values()].sort((a, b) =>
          a.detail.date < b.detail.date ? -1 : 1,
        );
        const sources = cite(savings(current), about);
        expect(JSON.stringify(sources).length).toBeLessThan(400);
        expect(citedFacts(sources, current)).toEqual(savings(current));
      }),
      { numRuns: 100 },
    );
  });

  it('notices that a fact it rests on was replaced or is gone', () => {
    const facts = Array.from({ length: 31 }, (_, at) =>
      flextime(addDays(day('2026-10-01'), at), { travelSavingsCents: at }),
    );
    const sources = cite(facts, about);
    expect(citedFacts(sources, facts)).toHaveLength(31);
    expect(citedFacts(sources, facts.slice(1))).toBeUndefined();
    const renamed = facts.map((each, at) => (at === 7 ? { ...each, factId: 'another' } : each));
    expect(citedFacts(sources, renamed)).toBeUndefined();
    expect(citedFacts(cite(facts.slice(0, 2), about), facts.slice(1))).toBeUndefined();
  });

  it('keeps a mail small: the sheet of a year of daily reports of both products', () => {
    const facts = Array.from({ length: 365 }, (_, at) => addDays(day('2025-11-01'), at)).flatMap((on) => [
      flextime(on, {
        travelSavingsCents: 100,
        dailyActiveUsers: 3,
        schedulingSessions: 5,
        featureAdoption: { travel: 0.4, scheduling: 0.5 },
      }),
      heliix(on, { hoursSaved: 1, tasksAutomated: 4, policyUpdates: 1, complianceReports: 1 }),
    ]);
    expect(JSON.stringify(october(facts)).length).toBeLessThan(20_000);
  });
});
