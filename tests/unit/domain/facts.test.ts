import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentFacts, type Fact, parseFact } from '#shared/domain/facts/fact.ts';

const usage = (factId: string, recordedAt: string, date: string, users: number): Fact =>
  parseFact({
    factId,
    type: 'usage.reported',
    recordedAt,
    detail: { clientId: 'big-12', date, product: 'flextime', metrics: { dailyActiveUsers: users } },
  });

const at = (second: number) => `2026-11-20T10:00:${String(second).padStart(2, '0')}.000Z`;

const restatements = fc.array(
  fc
    .record({
      id: fc.integer({ min: 0, max: 99 }),
      second: fc.integer({ min: 0, max: 59 }),
      day: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ id, second, day }) => usage(`usage:m${id}-${second}-${day}:0`, at(second), `2026-11-0${day}`, id)),
  { maxLength: 30 },
);

describe('facts that count', () => {
  it('are the latest recorded of each subject', () => {
    const facts = [
      usage('a', at(2), '2026-11-01', 20),
      usage('b', at(1), '2026-11-01', 10),
      usage('c', at(1), '2026-11-02', 30),
    ];
    expect(currentFacts(facts).map(({ factId }) => factId)).toEqual(['a', 'c']);
  });

  it('do not depend on the order in which facts arrived, nor on how often', () => {
    fc.assert(
      fc.property(restatements, fc.infiniteStream(fc.nat()), (facts, noise) => {
        const shuffled = [...facts, ...facts]
          .map((fact) => ({ fact, key: noise.next().value }))
          .sort((a, b) => a.key - b.key);
        expect(currentFacts(shuffled.map(({ fact }) => fact))).toEqual(currentFacts(facts));
      }),
    );
  });
});
