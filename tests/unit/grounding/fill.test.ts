import { describe, expect, it } from 'vitest';
import { factsIn, fill, pieces } from '#shared/domain/grounding/fill.ts';
import { sheet } from './objections.ts';

const filled = (prose: string) => fill(prose, sheet, 'en-US');

describe('a prose is filled with facts as the reader writes them', () => {
  it.each([
    ['{{fact:savings.month}} in {{fact:month}}.', '$18,250 in October 2026.'],
    ['No fact at all.', 'No fact at all.'],
    ['', ''],
    ['Changed by {{fact:savings.change}}.', 'Changed by -4%.'],
    ['Down {{fact:savings.change}}, then {{fact:savings.change}}.', 'Down 4%, then -4%.'],
    ['{{fact:savings.change}} lower than before.', '4% lower than before.'],
    ['{{fact:savings.change}} is what it fell by.', '-4% is what it fell by.'],
    ['It rose by {{fact:savings.change}}.', 'It rose by -4%.'],
    ['It fell by {{fact:sessions.change}}.', 'It fell by 12%.'],
    ['It fell by {{fact:exchange.share}} of {{fact:seats}}.', 'It fell by 31% of 40.'],
  ])('%s', (prose, shown) => {
    expect(filled(prose)).toBe(shown);
  });

  it('in the style asked for', () => {
    expect(fill('{{fact:hours.month}} until {{fact:contract.end}}', sheet, 'de-DE')).toBe(
      '1.204 hours until 30 June 2027',
    );
  });

  it('and never a second time: what a fact says is no place', () => {
    const sly = new Map(sheet).set('sly', {
      id: 'sly',
      says: 'sly',
      sources: [],
      kind: 'phrase',
      text: '{{fact:savings.month}}',
    });
    expect(fill('{{fact:sly}}', sly, 'en-US')).toBe('{{fact:savings.month}}');
  });

  it('in pieces: the words between, and each fact by itself', () => {
    expect(pieces('In {{fact:month}}: {{fact:seats}}', sheet, 'en-US')).toEqual([
      'In ',
      { fact: sheet.get('month'), shown: 'October 2026' },
      ': ',
      { fact: sheet.get('seats'), shown: '40' },
      '',
    ]);
  });
});

it('refuses a prose with places that are no fact, and names each once', () => {
  const prose =
    '{{fact:nothing}} {{savings.month}} {{a fact:month}} {{fact:month }} {{fact:Month}} {{}} {{fact:nothing}} {{fact:seats}}';
  expect(() => filled(prose)).toThrow(
    expect.objectContaining({
      code: 'grounding.unknown-fact',
      details: { places: ['fact:nothing', 'savings.month', 'a fact:month', 'fact:month ', 'fact:Month', ''] },
    }),
  );
});

it('knows the facts that a prose names, each once, in the order of the text', () => {
  expect(factsIn('{{fact:seats}} of {{fact:month}}, {{fact:seats}} {{else}} {{}}')).toEqual(['seats', 'month']);
  expect(factsIn('none')).toEqual([]);
});
