import { describe, expect, it } from 'vitest';
import { currentFacts } from '#shared/domain/facts/fact.ts';
import { citedFacts } from '#shared/domain/figures/citation.ts';
import { citationOf, factsBehind } from '#shared/domain/health/facts-behind.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { assess, day, fact, healthy, ticket, usage } from './evidence.ts';

const asOf = day('2026-11-20');
const recorded = [
  ...healthy(asOf),
  ticket(addDays(asOf, -3), 'high', 'integration', 'two'),
  fact(
    'leadership.changed',
    addDays(asOf, -30),
    { role: 'athletic-director', school: 'Rice', change: 'departed' },
    'a',
  ),
  fact(
    'leadership.changed',
    addDays(asOf, -30),
    { role: 'athletic-director', school: 'Tulsa', change: 'departed' },
    'b',
  ),
];
const counted = currentFacts(recorded);
const sentences = assess(recorded, asOf).dimensions.flatMap(({ dimension, evidence }) =>
  evidence.map((sentence) => ({ dimension, sentence, behind: factsBehind(sentence, counted) })),
);

describe('the facts behind a sentence of evidence', () => {
  it('are as many as it says, or more where a thing is told by several facts (a ticket opened and resolved)', () => {
    expect(sentences.length).toBeGreaterThan(12);
    for (const { sentence, behind } of sentences) {
      expect(behind.length).toBeGreaterThanOrEqual(sentence.facts);
      if (!sentence.of?.types.some((type) => type.startsWith('ticket') || type.startsWith('invoice')))
        expect(behind).toHaveLength(sentence.facts);
    }
  });

  it('are of its time, its kind and its subject', () => {
    for (const { dimension, sentence, behind } of sentences)
      for (const { type, detail } of behind) {
        expect(detail.date >= sentence.from && detail.date <= sentence.to).toBe(true);
        if (dimension === 'usage' || dimension === 'adoption') expect(type).toBe('usage.reported');
        if (dimension === 'leadership') expect(type).toBe('leadership.changed');
      }
    const rice = sentences.find(({ sentence }) => sentence.says.includes('Rice'));
    expect(rice?.behind.map(({ factId }) => factId)).toEqual([`leadership.changed-${addDays(asOf, -30)}-a`]);
  });

  it('are of the product it is about, and measure what it is about', () => {
    const heliix = { product: 'heliix', metrics: { tasksAutomated: 40 } };
    const others = Array.from({ length: 20 }, (_, back) =>
      fact(
        'usage.reported',
        addDays(asOf, -back),
        back < 10 ? heliix : { ...heliix, metrics: { policyUpdates: 2 } },
        'h',
      ),
    );
    const all = currentFacts([...recorded, ...others]);
    const [people] = assess(recorded, asOf).dimensions[0]?.evidence ?? [];
    expect(people && factsBehind(people, all)).toEqual(people && factsBehind(people, counted));
    const tasks = { says: '', facts: 10, from: addDays(asOf, -30), to: asOf };
    const of = { types: ['usage.reported' as const], product: 'heliix' as const, metric: 'tasksAutomated' };
    expect(factsBehind({ ...tasks, of }, all)).toHaveLength(10);
  });

  it('of a silence are the last report', () => {
    const [silence] = assess(usage(addDays(asOf, -60), 90), asOf).dimensions[0]?.evidence ?? [];
    expect(silence?.says).toContain('No Flextime report since');
    const behind = silence ? factsBehind(silence, currentFacts(usage(addDays(asOf, -60), 90))) : [];
    expect(behind.map(({ detail }) => detail.date)).toEqual([addDays(asOf, -60)]);
  });

  it('are cited in few words, which find exactly these again', () => {
    for (const { sentence, behind } of sentences) {
      const cited = citationOf(sentence, counted);
      expect(cited.length).toBeLessThanOrEqual(16);
      const found = citedFacts(cited, counted)?.map(({ factId }) => factId);
      expect(found?.toSorted()).toEqual(behind.map(({ factId }) => factId).toSorted());
    }
    expect(sentences.some(({ behind }) => behind.length > 30)).toBe(true);
  });

  it('are cited as any report where no metric is told', () => {
    const reports = usage(asOf, 20);
    const of = { types: ['usage.reported' as const] };
    const cited = citationOf({ says: '', facts: 20, from: addDays(asOf, -90), to: asOf, of }, reports);
    expect(cited).toHaveLength(1);
    expect(citedFacts(cited, reports)).toHaveLength(reports.length);
  });

  it('cannot be told for a sentence of a model that did not say', () => {
    const old = { says: 'Use as usual', facts: 30, from: addDays(asOf, -30), to: asOf };
    expect(factsBehind(old, counted)).toEqual([]);
  });
});
