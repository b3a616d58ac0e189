import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionKind, autonomy, autonomyOf } from '#shared/domain/agents/autonomy.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';

const kinds = Object.keys(autonomy) as ActionKind[];
const harmless = {
  kind: 'mail:recommendation',
  confidence: 0.9,
  firstContact: false,
  flagged: false,
  words: 'An hour on Analytics would help.',
  facts: ['feature.weakest'],
} as const;

describe('what an agent may do by itself', () => {
  it('is said for every kind of mail there is', () => {
    for (const kind of MessageKind.options) expect(kinds).toContain(`mail:${kind}`);
  });

  it('is without approval nothing but what is named here', () => {
    const free = (autonomyNow: string) => kinds.filter((kind) => autonomy[kind] === autonomyNow).toSorted();
    expect(free('auto')).toEqual(['escalation', 'record']);
    expect(free('after-delay')).toEqual([
      'mail:milestone',
      'mail:monthly-review',
      'mail:onboarding-step',
      'mail:recommendation',
      'mail:training-invitation',
      'mail:usage-report',
    ]);
  });

  it.each([
    ...['price', 'prices', 'pricing', 'cost of', 'discount', 'fee', 'fees', 'invoice', 'contract', 'renew', 'renewal'],
    ...['renewing', 'upgrade', 'quote', 'quotation', 'terms', 'budget'],
  ])('is nothing when it says "%s"', (word) => {
    expect(autonomyOf({ ...harmless, words: `About the ${word}, as we said.` }).autonomy).toBe('approval');
  });

  it('is a harmless recommendation, after a day in which it can be stopped', () => {
    expect(autonomyOf(harmless)).toMatchObject({ autonomy: 'after-delay' });
  });

  it.each([
    ['a text behind it gives orders', { flagged: true }],
    ['it is the first mail to the person', { firstContact: true }],
    ['the writer is not sure', { confidence: 0.69 }],
    ['it speaks of the price', { words: 'The price stays as it is.' }],
    ['it speaks of a discount', { words: 'We can give a Discount.' }],
    ['it speaks of renewing', { words: 'When you renew in June' }],
    ['it speaks of the contract', { words: 'Your contract covers it.' }],
    ['it states when the contract ends', { facts: ['contract.end'] }],
    ['it states when the budget locks', { facts: ['budget.lock'] }],
    ['it states what was promised', { facts: ['savings.against-promise'] }],
    ['it is a renewal letter', { kind: 'mail:renewal-letter' }],
    ['it is a play', { kind: 'play' }],
    ['it is a proposal', { kind: 'proposal' }],
  ] as const)('is nothing when %s', (_, change) => {
    expect(autonomyOf({ ...harmless, ...change }).autonomy).toBe('approval');
  });

  it('is never more than its kind allows, and for anything doubtful that reaches others never anything', () => {
    const order = ['approval', 'after-delay', 'auto'];
    const any = fc.record({
      kind: fc.constantFrom(...kinds),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      firstContact: fc.boolean(),
      flagged: fc.boolean(),
      words: fc.string(),
      facts: fc.array(fc.constantFrom('contract.end', 'savings.month', 'feature.best')),
    });
    fc.assert(
      fc.property(any, (action) => {
        const given = autonomyOf(action).autonomy;
        expect(order.indexOf(given)).toBeLessThanOrEqual(order.indexOf(autonomy[action.kind]));
        const reachesOthers = action.kind !== 'record' && action.kind !== 'escalation';
        const doubtful = action.flagged || action.firstContact || action.confidence < 0.7;
        if (reachesOthers && doubtful) expect(given).toBe('approval');
      }),
    );
  });
});
