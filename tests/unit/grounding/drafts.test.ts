import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type About, check } from '#shared/domain/grounding/check.ts';
import { factsIn, fill } from '#shared/domain/grounding/fill.ts';
import { ground } from '#shared/domain/grounding/ground.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { houseWords } from '#shared/domain/grounding/house.ts';
import { sentences } from './drafts.ts';
import { anyMutation, mutate } from './mutations.ts';
import { anySheet, features, othersThan, styles } from './sheets.ts';

const aboutOf = (sheet: FactSheet, style: About['style']): About => ({
  style,
  others: othersThan(sheet),
  house: houseWords,
  ours: features,
});

/** Sentences stand in paragraphs, what is no sentence on a line of its own. */
const joined = (parts: readonly string[], gap: string) =>
  parts.map((part) => part + (/[.!?]$/.test(part) ? gap : '\n')).join('');

/** Always the same, so that a failing draft can be read and repeated; the drafts are new each time. */
const sheets = fc.sample(anySheet, { numRuns: 80, seed: 4 });
const sheet = fc.nat({ max: sheets.length - 1 }).map((index) => sheets[index] ?? new Map());

const style = fc.constantFrom(...styles);
const gap = fc.constantFrom(' ', '\n', '\n\n');
const draft = fc.array(fc.constantFrom(...sentences), { minLength: 4, maxLength: 10 });

describe('a draft made of facts', () => {
  it('is let through, in every style: under 1 in 100 is held back', () => {
    const held = fc
      .sample(fc.record({ sheet, style, draft, gap }), 1_000)
      .flatMap((one) =>
        ground(joined(one.draft, one.gap), one.sheet, aboutOf(one.sheet, one.style)).ungrounded.slice(0, 1),
      );
    expect(held.length, JSON.stringify(held[0])).toBeLessThan(10);
  }, 30_000);

  it('is let through when its lines are wrapped', () => {
    const wrapped = (text: string) => text.replace(/(?=\S{0,20})(.{40,70}) /g, '$1\n');
    const held = fc.sample(fc.record({ sheet, style, draft }), 200).flatMap((one) => {
      const text = wrapped(fill(joined(one.draft, '\n\n'), one.sheet, one.style));
      return check({ text, links: [] }, one.sheet, aboutOf(one.sheet, one.style)).slice(0, 1);
    });
    expect(held.length, JSON.stringify(held[0])).toBeLessThan(4);
  });
});

describe('a draft with one fact said wrongly', () => {
  it('is never let through', () => {
    const wrong = fc
      .record({ sheet, style, draft, gap, at: fc.nat(), by: anyMutation, random: fc.nat() })
      .map((one) => ({ ...one, spoiled: spoil(one) }))
      .filter(({ spoiled }) => spoiled !== undefined);
    const letThrough = fc.sample(wrong, 1_200).filter(({ sheet, style, spoiled = '' }) => {
      return check({ text: spoiled, links: [] }, sheet, aboutOf(sheet, style)).length === 0;
    });
    expect(letThrough.map(({ by, spoiled }) => ({ by, spoiled }))).toEqual([]);
  }, 30_000);
});

interface Spoiling {
  readonly sheet: FactSheet;
  readonly style: About['style'];
  readonly draft: readonly string[];
  readonly gap: string;
  readonly at: number;
  readonly by: string;
  readonly random: number;
}

/** The draft filled, but for one fact in one sentence, which is mutated. */
function spoil({ sheet, style, draft, gap, at, by, random }: Spoiling): string | undefined {
  const places = draft.flatMap((prose, line) => factsIn(prose).map((id) => ({ id, line })));
  for (let step = 0; step < places.length; step += 1) {
    const { id, line } = places[(at + step) % places.length] ?? { id: '', line: 0 };
    const fact = sheet.get(id);
    const mutated = fact && mutate(fact, sheet, style, by, random);
    if (mutated === undefined) continue;
    const lie = new Map(sheet).set(id, { id, says: id, sources: [], kind: 'phrase', text: mutated });
    return joined(
      draft.map((prose, index) => fill(prose, index === line ? lie : sheet, style)),
      gap,
    );
  }
  return undefined;
}
