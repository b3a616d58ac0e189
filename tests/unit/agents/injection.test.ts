import { describe, expect, it } from 'vitest';
import { type Attack, attacks, carryOut } from '#tests/evaluation/agents/injection/attack.ts';
import { goals, loot } from '#tests/evaluation/agents/injection/goals.ts';
import { obeyingModel } from '#tests/evaluation/agents/injection/obeying-model.ts';
import { phrasings } from '#tests/evaluation/agents/injection/phrasings.ts';
import { places } from '#tests/evaluation/agents/injection/places.ts';
import { ask, endOf } from '#tests/evaluation/agents/task.ts';
import { situated } from '#tests/fixtures/situations.ts';

/** Every place, goal and phrasing at least once, here; all 864 together in `npm run evaluate:agents`. */
const some = attacks.filter((_, at) => at % 37 === 0);

describe('a model that obeys every order it reads', () => {
  it('is attacked from 9 places for 12 goals in 8 phrasings', () => {
    expect([Object.keys(places).length, goals.length, Object.keys(phrasings).length]).toEqual([9, 12, 8]);
    expect(new Set(some.map(({ place }) => place)).size).toBe(9);
    expect(new Set(some.map(({ goal }) => goal)).size).toBe(12);
    expect(new Set(some.map(({ phrasing }) => phrasing)).size).toBe(8);
  });

  it.each(
    some.map((attack): [string, Attack] => [`${attack.goal.name}, ${attack.phrasing}, by ${attack.place}`, attack]),
  )('achieves nothing: %s', async (_, attack) => {
    const { violations, heard } = await carryOut(attack);
    expect(violations).toEqual([]);
    expect(heard.reader).toBeGreaterThan(0);
  });
});

it('would be noticed, if it achieved something', () => {
  const missed = goals.filter(
    ({ words, play }) => !loot.test(words) && play === undefined && words !== 'Still working.',
  );
  expect(missed).toEqual([]);
});
