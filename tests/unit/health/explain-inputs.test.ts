import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthEvidence } from '#shared/domain/health/assess-health.ts';
import { type Digest, factsThen, HealthInputs, inputsOf } from '#shared/domain/health/inputs.ts';
import { inputsChanged } from '#shared/domain/health/inputs-changed.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { american, assess, contract, day, fact, invoices, surveys, usage } from './evidence.ts';

const asOf = day('2026-11-20');
const from = day('2024-11-01');
const digest: Digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
const known = [...usage(asOf, 40), ...surveys(asOf, 8), ...invoices(asOf)];
const evidence: HealthEvidence = { client: american, contract, facts: known, asOf, previous: undefined };
const then = inputsOf(evidence, from, digest);
const changed = (change: Partial<HealthEvidence>) => inputsChanged(then, { ...evidence, ...change }, digest);

describe('what a score was made from', () => {
  it('survives being stored, and finds every fact again', () => {
    expect(HealthInputs.parse(JSON.parse(JSON.stringify(then)))).toEqual(then);
    const found = factsThen(
      then,
      [...known, fact('survey.answered', asOf, { surveyId: 'new', score: 1 }, 'new')],
      digest,
    );
    expect(found.missing).toBe(0);
    expect(new Set(found.facts)).toEqual(new Set(known));
  });

  it('is nothing dated after its day', () => {
    expect(
      changed({ facts: [fact('survey.answered', addDays(asOf, 1), { surveyId: 'next', score: 1 }), ...known] }),
    ).toEqual([]);
  });

  it('is the same in whatever order and however often facts are told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...known, ...known], { minLength: 2 * known.length }), (facts) => {
        expect(inputsOf({ ...evidence, facts }, from, digest)).toEqual(then);
        expect(changed({ facts })).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('names exactly the facts that are new, whatever they are and whenever they say they were recorded', () => {
    const added = fc.uniqueArray(fc.record({ back: fc.nat(400), score: fc.integer({ min: 1, max: 10 }) }), {
      minLength: 1,
      maxLength: 8,
      selector: ({ back }) => back,
    });
    fc.assert(
      fc.property(added, (surveysSince) => {
        const since = surveysSince.map(({ back, score }) =>
          fact('survey.answered', addDays(asOf, -back), { surveyId: `since-${back}`, score }, 'since'),
        );
        const changes = changed({ facts: [...since, ...known] });
        expect(changes.map(({ input }) => input)).toEqual(['survey.answered']);
        expect(new Set(changes[0]?.factIds)).toEqual(new Set(since.map(({ factId }) => factId)));
        expect(factsThen(then, [...since, ...known], digest).facts).toEqual(known);
      }),
      { numRuns: 50 },
    );
  });

  it('counts the facts that are not there any more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (gone) => {
        const [change] = changed({ facts: known.slice(gone) });
        expect(change?.says).toBe(`${gone} fact${gone === 1 ? '' : 's'} of then altered or removed`);
        expect(factsThen(then, known.slice(gone), digest).missing).toBe(gone);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['a contract that is gone', { contract: undefined }, 'contract', 'there is none any more'],
    [
      'the first assessment before it',
      { previous: assess(known, addDays(asOf, -1)) },
      'previous',
      'none then, 19 November 2026 now',
    ],
    [
      'seasons learned since',
      { seasons: { learnedOn: day('2026-11-01'), clients: 5, measures: {}, usual: {} } },
      'seasons',
      'none then, 1 November 2026 now',
    ],
  ])('names %s', (_, change, input, says) => {
    expect(changed(change)).toMatchObject([{ input, says: expect.stringContaining(says) }]);
  });
});
