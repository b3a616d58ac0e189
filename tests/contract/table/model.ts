import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAppError } from '#shared/domain/errors.ts';
import type { Change, Item, Table } from '#shared/ports/table.ts';
import { all, byBytes, type Engine, ownPartition, type StandingClock, standingClock } from './engine.ts';

const partitions = ['p', 'q'];
const sorts = ['a', 'a#1', 'é', '\uffff', '🏈'];

const Step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ waitSeconds: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 5,
    arbitrary: fc.uniqueArray(
      fc.record({
        partition: fc.constantFrom(...partitions),
        sk: fc.constantFrom(...sorts),
        kind: fc.constantFrom('put', 'put', 'delete', 'check'),
        require: fc.constantFrom('fitting', 'fitting', 'fitting', 'any', 'absent', 'version'),
        livesSeconds: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        listOrder: fc.option(fc.constantFrom('x', 'y', '🏈'), { nil: undefined }),
        value: fc.oneof(
          fc.integer(),
          fc.double({ noNaN: true, min: -1e9, max: 1e9 }).filter(isOrdinary),
          fc.string({ unit: 'grapheme' }),
        ),
      }),
      { minLength: 1, maxLength: 4, selector: ({ partition, sk }) => `${partition} ${sk}` },
    ),
  },
);
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;
type Intent = Extract<Step, readonly unknown[]>[number];

/** The table as a stranger would write it for a test: a map, and one rule. */
class Model {
  readonly #items = new Map<string, Item>();
  readonly #clock: StandingClock;
  constructor(clock: StandingClock) {
    this.#clock = clock;
  }

  items(): Item[] {
    return [...this.#items.values()].filter(
      ({ expiresAt = Number.POSITIVE_INFINITY }) => expiresAt > this.#clock.seconds(),
    );
  }
  get(pk: string, sk: string): Item | undefined {
    return this.items().find((item) => item.pk === pk && item.sk === sk);
  }
  /** The keys in conflict. */
  commit(changes: readonly Change[]): object[] {
    const conflicts = changes
      .map((change) => ({ change, key: keyOf(change) }))
      .filter(({ change, key }) => {
        const found = this.get(key.pk, key.sk);
        return (
          change.require !== 'any' &&
          found?.version !== (change.require === 'absent' ? undefined : change.require.version)
        );
      });
    if (conflicts.length > 0) return conflicts.map(({ key }) => key);
    for (const change of changes) {
      const { pk, sk } = keyOf(change);
      if ('delete' in change) this.#items.delete(`${pk} ${sk}`);
      if ('put' in change) {
        const version = change.require === 'any' ? 0 : change.require === 'absent' ? 1 : change.require.version + 1;
        this.#items.set(`${pk} ${sk}`, JSON.parse(JSON.stringify({ ...change.put, version })));
      }
    }
    return [];
  }
}

/** Any sequence of commits and waits leaves the engine and the model in the same state, with the same conflicts. */
export function model(engine: Engine): void {
  it('behaves like a map with one rule, whatever is done to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const clock = standingClock();
        const table = await engine.open(clock);
        const expected = new Model(clock);
        const run = ownPartition();
        for (const step of steps) {
          if (!Array.isArray(step)) clock.moveSeconds(step.waitSeconds);
          else {
            const changes = step.map((intent) => changeFor(intent, run, expected, clock));
            expect(await conflicts(table, changes)).toEqual(expected.commit(changes));
          }
        }
        await same(table, expected, run);
      }),
      { numRuns: engine.rounds },
    );
  });
}

async function same(table: Table, expected: Model, run: string): Promise<void> {
  const keys = partitions.flatMap((partition) => sorts.map((sk) => ({ pk: `${run}${partition}`, sk })));
  const items = keys.map(({ pk, sk }) => expected.get(pk, sk)).filter((item) => item !== undefined);
  expect(await table.getAll(keys)).toEqual(items);
  for (const partition of partitions.map((name) => `${run}${name}`)) {
    const sorted = expected
      .items()
      .filter(({ pk }) => pk === partition)
      .sort((one, other) => byBytes(one.sk, other.sk));
    expect(await all(table, { partition, limit: 2 })).toEqual(sorted);
    expect(await all(table, { partition, order: 'descending' })).toEqual(sorted.toReversed());
    expect(await all(table, { partition, prefix: 'a' })).toEqual(sorted.filter(({ sk }) => sk.startsWith('a')));
  }
  const listed = await all(table, { partition: run, index: 'lists', limit: 3 });
  const orders = expected
    .items()
    .map(({ listOrder }) => String(listOrder ?? ''))
    .filter(Boolean)
    .sort(byBytes);
  expect(listed.map(({ listOrder }) => listOrder)).toEqual(orders);
  expect(new Set(listed.map(({ pk, sk }) => `${pk} ${sk}`)).size).toBe(orders.length);
}

function changeFor(intent: Intent, run: string, model: Model, clock: StandingClock): Change {
  const key = { pk: `${run}${intent.partition}`, sk: intent.sk };
  const found = model.get(key.pk, key.sk);
  const fitting = found === undefined ? 'absent' : found.version === 0 ? 'any' : { version: found.version };
  const wanted = { fitting, any: 'any', absent: 'absent', version: { version: 2 } } as const;
  const require = wanted[intent.require as keyof typeof wanted];
  if (intent.kind === 'delete') return { delete: key, require: require === 'absent' ? 'any' : require };
  if (intent.kind === 'check') return { check: key, require: require === 'any' ? 'absent' : require };
  const { livesSeconds, listOrder, value } = intent;
  return {
    put: {
      ...key,
      value,
      ...(listOrder === undefined ? {} : { list: run, listOrder }),
      ...(livesSeconds === undefined ? {} : { expiresAt: clock.seconds() + livesSeconds }),
    },
    require,
  };
}

async function conflicts(table: Table, changes: readonly Change[]): Promise<unknown> {
  try {
    await table.commit(changes);
    return [];
  } catch (error) {
    if (isAppError(error, 'table.conflict')) return error.details.keys;
    throw error;
  }
}

const keyOf = (change: Change) => {
  const { pk, sk } = 'put' in change ? change.put : 'delete' in change ? change.delete : change.check;
  return { pk, sk };
};

function isOrdinary(value: number): boolean {
  return value === 0 || Math.abs(value) > 1e-100;
}
