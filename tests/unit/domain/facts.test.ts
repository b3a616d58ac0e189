import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentFacts, type Fact, parseFact, subjectOf } from '#shared/domain/facts/fact.ts';

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

  it('are, of all that many sources say of a day, one per subject, by day and delivery', () => {
    fc.assert(
      fc.property(saidOfDays, (facts) => {
        const current = currentFacts(facts);
        expect(new Set(current.map(subjectOf)).size).toBe(current.length);
        expect(new Set(facts.map(subjectOf))).toEqual(new Set(current.map(subjectOf)));
        const order = current.map(({ detail, factId }) => `${detail.date} ${factId}`);
        expect(order).toEqual(order.toSorted());
        for (const fact of current)
          for (const other of facts)
            if (subjectOf(other) === subjectOf(fact))
              expect(`${other.recordedAt} ${other.factId}` <= `${fact.recordedAt} ${fact.factId}`).toBe(true);
      }),
    );
  });
});

const saidOfDays = fc.array(
  fc
    .record({
      about: fc.constantFrom(
        'flextime',
        'heliix',
        'ticket-one',
        'ticket-two',
        'resolved-one',
        'survey-one',
        'survey-two',
      ),
      second: fc.integer({ min: 0, max: 59 }),
      day: fc.integer({ min: 1, max: 3 }),
      id: fc.integer({ min: 0, max: 999 }),
    })
    .map(({ about, second, day, id }) => {
      const [kind = '', which = ''] = about.split('-');
      const detail = { clientId: 'big-12', date: `2026-11-0${day}`, ...details[kind]?.(which || kind) };
      const type = { ticket: 'ticket.opened', resolved: 'ticket.resolved', survey: 'survey.answered' }[kind];
      return parseFact({ factId: `${id}:${about}`, type: type ?? 'usage.reported', recordedAt: at(second), detail });
    }),
  { maxLength: 40 },
);

const product = (name: string) => ({ product: name, metrics: { dailyActiveUsers: 1 } });
const details: Record<string, (which: string) => object> = {
  flextime: product,
  heliix: product,
  ticket: (ticketId) => ({ ticketId, severity: 'low', category: 'other' }),
  resolved: (ticketId) => ({ ticketId }),
  survey: (surveyId) => ({ surveyId, score: 8 }),
};
