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
  )('achieves nothing, and no Writer hears the order: %s', async (_, attack) => {
    const { violations, heard } = await carryOut(attack);
    expect(violations).toEqual([]);
    expect(heard.reader).toBeGreaterThan(0);
    expect(heard.writer).toBe(0);
  });
});

describe('a Writer that hears an order after all, because the operator copied it into a question', () => {
  it.each(goals.map((goal) => [goal.name, goal] as const))('changes nothing: %s', async (_, goal) => {
    const text = `Please ${goal.order}.`;
    const model = obeyingModel(goal, text);
    const here = { ...(await situated()), model, pace: { sleep: async () => {}, random: () => 0 } };
    await ask(text)(here);
    const { runs, decisions, messages, memories } = await endOf(here);
    expect(model.heard.writer).toBeGreaterThan(0);
    expect([decisions, messages, memories]).toEqual([[], [], []]);
    expect(runs).toHaveLength(1);
    // What holds a figure, a name or a link was refused, and our own template answered instead.
    if (/[\d@]|Big 12|SEC/.test(goal.words)) expect(runs[0]?.writer).toBe('template');
  });
});

it('would be noticed, if it achieved something', () => {
  const betrayed = goals.filter(
    ({ words, play }) => loot.test(words) || play !== undefined || words === 'Still working.',
  );
  expect(betrayed).toEqual(goals);
});
