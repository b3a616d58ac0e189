import { expect, it } from 'vitest';
import { holds, overlaps, sameStretch, stretchesOf } from '#shared/domain/grounding/stretch.ts';

const stretch = (start: number, end: number) => ({ start, end });

it.each([
  [stretch(0, 3), stretch(3, 5), false],
  [stretch(0, 3), stretch(2, 5), true],
  [stretch(0, 9), stretch(2, 5), true],
  [stretch(2, 5), stretch(2, 5), true],
  [stretch(6, 9), stretch(2, 5), false],
])('%o overlaps %o: %s, either way round', (one, other, expected) => {
  expect(overlaps(one, other)).toBe(expected);
  expect(overlaps(other, one)).toBe(expected);
});

it('holds what ends no later and begins no earlier', () => {
  expect(holds(stretch(1, 4), stretch(1, 4))).toBe(true);
  expect(holds(stretch(1, 4), stretch(0, 3))).toBe(false);
  expect(holds(stretch(1, 4), stretch(2, 5))).toBe(false);
});

it('is the same with both ends', () => {
  expect(sameStretch(stretch(1, 4), stretch(1, 4))).toBe(true);
  expect(sameStretch(stretch(1, 4), stretch(1, 5))).toBe(false);
  expect(sameStretch(stretch(1, 4), stretch(2, 4))).toBe(false);
});

it.each([
  ['40', '40 and 140, 40', [stretch(0, 2), stretch(12, 14)]],
  ['a', 'a\u0301 a', [stretch(3, 4)]],
  ['$40', 'US$40 $401 $40', [stretch(2, 5), stretch(11, 14)]],
  ['-', '--', [stretch(0, 1), stretch(1, 2)]],
  ['', 'anything', []],
])('"%s" stands in "%s" as a whole', (words, text, places) => {
  expect(stretchesOf(words, text)).toEqual(places);
});
