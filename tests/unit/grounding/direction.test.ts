import { expect, it } from 'vitest';
import { directionAround, isChange, sizeOf } from '#shared/domain/grounding/direction.ts';
import { sheet } from './objections.ts';

it.each([
  ['It is up by ', '', 'up'],
  ['It is down by ', '', 'down'],
  ['It FELL BY ', '', 'down'],
  ['It GREW BY ', '', 'up'],
  ['Another increase of nearly ', '', 'up'],
  ['It increased by about ', ' of all', 'up'],
  ['', ' more than before', 'up'],
  ['', ' fewer than before', 'down'],
  ['', ' Fewer errors', undefined],
  ['', ' More errors', undefined],
  ['', ' lowered', undefined],
  ['It rose. Then ', '', undefined],
  ['Fewer errors, but up ', '', 'up'],
  // The word nearest to the figure decides; where both sides speak, the one that falls.
  ['It is up ', ' less than before', 'down'],
  ['It is down ', ' more than before', 'down'],
  ['Supper ', '', undefined],
  [`It rose by ${'just '.repeat(20)}`, '', undefined],
])('"%s", the figure, "%s": %s', (left, right, direction) => {
  expect(directionAround(left, right)).toBe(direction);
});

it('only of a share that is called a change', () => {
  const changes = [...sheet.values()].filter(isChange).map(({ id }) => id);
  expect(changes).toEqual(['savings.change', 'sessions.change']);
});

it.each(['change', 'travel-change', 'travel.change'])('of a share called %s', (id) => {
  expect(isChange({ id, says: id, sources: [], kind: 'share', value: 0.1 })).toBe(true);
  expect(isChange({ id, says: id, sources: [], kind: 'ratio', value: 0.1 })).toBe(false);
});

it('has a size without a sign', () => {
  expect(sizeOf({ id: 'a', value: -0.04 })).toEqual({ id: 'a', value: 0.04 });
});
