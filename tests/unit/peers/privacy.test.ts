import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayCompare, positionAmong } from '#shared/domain/peers/position.ts';

/**
 * The adversary is a client that knows everyone who is compared in every month, sees all that is ever said to it, and may
 * report any figure of its own it likes. So of each month it learns between which own figures the answer changes: the
 * bounds of the others' mean; or that nothing is said, and so that one of them is too large. Figures stay the same from
 * month to month, which is the easiest case for it.
 */
interface Learned {
  /** Who was in the group. */
  readonly group: readonly number[];
  /** Of their mean; undefined when nothing was said. */
  readonly mean: Bounds | undefined;
}
/** At least `least` and less than `below`. */
interface Bounds {
  readonly least: number;
  readonly below: number;
}

/** What it learns by asking with every own figure. Bounds found by bisection. */
function ask(figures: readonly number[], group: readonly number[]): Learned {
  const others = group.map((at) => figures[at] ?? 0);
  const says = (own: number) => positionAmong(own, others);
  if (says(1) === undefined) return { group, mean: undefined };
  const edge = (isBefore: (own: number) => boolean) => {
    let [low, high] = [1e-9, 1e9];
    for (let i = 0; i < 120; i++) {
      const middle = Math.sqrt(low * high);
      if (isBefore(middle)) low = middle;
      else high = middle;
    }
    return high;
  };
  const least = edge((own) => says(own)?.startsWith('below') ?? false);
  return { group, mean: { least, below: edge((own) => !says(own)?.startsWith('above')) } };
}

const meanOf = (world: readonly number[], group: readonly number[]) =>
  group.reduce((sum, at) => sum + (world[at] ?? 0), 0) / group.length;

function agrees(world: readonly number[], { group, mean }: Learned): boolean {
  if (mayCompare(group.map((at) => world[at] ?? 0)) !== (mean !== undefined)) return false;
  return !mean || (meanOf(world, group) >= mean.least * (1 - 1e-7) && meanOf(world, group) <= mean.below * (1 + 1e-7));
}

/**
 * Looks for another world in which one client's figure is different and everything the adversary ever learned is the same:
 * that figure is fixed, the others are moved until all that was learned holds (successive projection). Undefined when none
 * is found. Where nothing was said somebody is too large: whoever it was, or in another world somebody else.
 */
const otherWorld = (figures: readonly number[], learned: readonly Learned[], victim: number, figure: number) =>
  [undefined, ...figures.keys()].some((giant) => worldWith(figures, learned, { victim, figure, giant }) !== undefined);

interface Wanted {
  readonly victim: number;
  readonly figure: number;
  /** Who is too large, where it may be; otherwise whoever was. */
  readonly giant: number | undefined;
}

function worldWith(figures: readonly number[], learned: readonly Learned[], { victim, figure, giant }: Wanted) {
  const world = figures.map((value, at) => (at === victim ? figure : value));
  for (let round = 0; round < 1000; round++) {
    if (learned.every((bound) => agrees(world, bound))) return world;
    for (const { group, mean } of learned) {
      const movable = group.filter((at) => at !== victim);
      if (mean) {
        moveMeanInto(world, group, movable, mean);
        boundLargest(world, group, victim);
      } else
        letOneDominate(
          world,
          group,
          movable,
          giant !== undefined && group.includes(giant) ? giant : largestOf(figures, group),
        );
    }
  }
  return undefined;
}

const sumOf = (world: readonly number[], group: readonly number[]) => meanOf(world, group) * group.length;
const largestOf = (world: readonly number[], group: readonly number[]) =>
  group.reduce((best, at) => ((world[at] ?? 0) > (world[best] ?? 0) ? at : best));

function moveMeanInto(world: number[], group: readonly number[], movable: readonly number[], mean: Bounds): void {
  const room = (mean.below - mean.least) / 1000;
  const now = meanOf(world, group);
  const inside = Math.min(Math.max(now, mean.least + room), mean.below - room);
  const each = ((inside - now) * group.length) / movable.length;
  for (const at of movable) world[at] = Math.max(0, (world[at] ?? 0) + each);
}

/** No one above half of the total: the others rise, or the largest falls when it may be moved. */
function boundLargest(world: number[], group: readonly number[], victim: number): void {
  const largest = largestOf(world, group);
  const others = group.filter((at) => at !== largest);
  const [its, theirs] = [world[largest] ?? 0, sumOf(world, others)];
  if (its <= theirs) return;
  if (largest !== victim) world[largest] = theirs * 0.999;
  else for (const at of others) world[at] = (world[at] ?? 0) + (its * 1.001 - theirs) / others.length;
}

/** This one above half of the total, if it may be moved; else the others fall. */
function letOneDominate(world: number[], group: readonly number[], movable: readonly number[], giant: number): void {
  const others = group.filter((at) => at !== giant);
  const [its, theirs] = [world[giant] ?? 0, sumOf(world, others)];
  if (its > theirs) return;
  if (movable.includes(giant)) world[giant] = theirs * 1.001 + 1;
  else for (const at of others) world[at] = ((world[at] ?? 0) * its * 0.999) / theirs;
}

/** Pairs of factors a quarter or more apart, around the truth. */
const ranges = [
  [1, 1.25],
  [0.8, 1],
  [0.9, 1.125],
  [0.95, 1.2],
  [0.84, 1.05],
  [1, 1.5],
  [1, 2],
  [1, 3],
  [0.5, 1],
] as const;

/** Whether what was learned leaves a client's figure open within a quarter at least: nobody can put a number to it. */
const staysHidden = (figures: readonly number[], learned: readonly Learned[], victim: number) =>
  ranges.some((range) =>
    range.every((times) => times === 1 || otherWorld(figures, learned, victim, (figures[victim] ?? 0) * times)),
  );

/** Four to eight others; each month some of them share: one joins or leaves, or several do. */
const history = fc.integer({ min: 4, max: 8 }).chain((size) =>
  fc.record({
    figures: fc.array(fc.integer({ min: 200, max: 5_000 }), { minLength: size, maxLength: size }),
    groups: fc.array(
      fc.subarray(
        Array.from({ length: size }, (_, at) => at),
        { minLength: 3 },
      ),
      { minLength: 2, maxLength: 6 },
    ),
  }),
);

describe('nobody can be recognised in a comparison', () => {
  it('by an adversary that compares the answers of months in which clients join and leave', () => {
    let compared = 0;
    fc.assert(
      fc.property(history, ({ figures, groups }) => {
        const learned = groups.map((group) => ask(figures, group));
        compared += learned.filter(({ mean }) => mean).length;
        for (const victim of figures.keys()) expect(staysHidden(figures, learned, victim)).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it('by the difference one client makes when it joins, however much or little it brings', () => {
    const joins = fc.record({
      others: fc.array(fc.integer({ min: 200, max: 5_000 }), { minLength: 3, maxLength: 7 }),
      joining: fc.integer({ min: 1, max: 40_000 }),
    });
    fc.assert(
      fc.property(joins, ({ others, joining }) => {
        const figures = [...others, joining];
        const learned = [ask(figures, [...others.keys()]), ask(figures, [...figures.keys()])];
        expect(staysHidden(figures, learned, others.length)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('while the same adversary recognises everyone where the mean itself is told', () => {
    const figures = [900, 1_100, 1_300, 2_000];
    const exactly = (group: readonly number[]): Learned => {
      const mean = meanOf(figures, group);
      return { group, mean: { least: mean, below: mean } };
    };
    const learned = [exactly([0, 1, 2]), exactly([0, 1, 2, 3])];
    expect(staysHidden(figures, learned, 3)).toBe(false);
    expect(staysHidden(figures, learned, 0)).toBe(true);
  });

  it('because fewer than three others, or one that exceeds half of their total, are never compared with', () => {
    expect(positionAmong(10, [10, 10])).toBeUndefined();
    expect(positionAmong(10, [10, 10, 21])).toBeUndefined();
    expect(positionAmong(10, [10, 10, 20])).toBeDefined();
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 9 }), fc.nat(1_000), (others, own) => {
        const total = others.reduce((sum, other) => sum + other, 0);
        const allowed = others.length >= 3 && total > 0 && others.every((other) => 2 * other <= total);
        expect(mayCompare(others)).toBe(allowed);
        expect(positionAmong(own, others) !== undefined).toBe(allowed);
      }),
    );
  });
});

describe('a position', () => {
  it('is true: below means less than the mean, above more, near within twice or half', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { minLength: 3, maxLength: 9 }), fc.nat(9_000), (others, own) => {
        const position = positionAmong(own, others);
        const mean = others.reduce((sum, other) => sum + other, 0) / others.length;
        if (position?.startsWith('below')) expect(own).toBeLessThan(mean);
        if (position?.startsWith('above')) expect(own).toBeGreaterThan(mean);
        if (position?.startsWith('near')) expect(Math.max(own / mean, mean / own)).toBeLessThanOrEqual(2 + 1e-9);
      }),
    );
  });
});
