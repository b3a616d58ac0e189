import { describe, expect, it } from 'vitest';
import { cusum } from '#shared/domain/prediction/warning/cusum.ts';
import { isEarlyWarning } from '#shared/domain/prediction/warning/early-warning.ts';
import { oneStepErrors } from '#shared/domain/prediction/warning/one-step-errors.ts';

const settings = { slack: 0.5, alarm: 5, clear: 1 };

describe('a two-sided CUSUM', () => {
  it('adds up errors beyond the slack (worked by hand)', () => {
    const states = cusum([1, 2, -0.2, 3], settings);
    expect(states.map(({ rising }) => rising)).toEqual([0.5, 2, 1.3, 3.8].map((x) => expect.closeTo(x)));
    expect(states.map(({ falling }) => falling)).toEqual([0, 0, 0, 0]);
  });

  it('alarms on a drift, in its direction, and clears only when the sum is nearly gone', () => {
    const states = cusum([-2, -2, -2, -2, 0, 1, 2, 2, 0], settings);
    expect(states.map(({ alarm }) => alarm)).toEqual([
      undefined,
      undefined,
      undefined,
      'falling',
      'falling',
      'falling',
      'falling',
      undefined,
      undefined,
    ]);
    expect(cusum([2, 2, 2, 2], settings).at(-1)?.alarm).toBe('rising');
  });

  it('lets noise within the slack pass for ever', () => {
    expect(
      cusum(
        Array.from({ length: 200 }, (_, i) => (i % 2 ? 0.5 : -0.5)),
        settings,
      ).every(({ alarm }) => !alarm),
    ).toBe(true);
  });

  it('clears after a trouble of years as after one of months: its sum holds two alarms at most', () => {
    const long = cusum(new Array<number>(60).fill(-2), settings);
    expect(long.at(-1)?.falling).toBe(10);
  });

  it('is not moved by a missing month', () => {
    const [before, after] = cusum([-2, Number.NaN], settings);
    expect(after).toEqual(before);
  });
});

describe('one-step errors', () => {
  it('are not given before a series has shown how it varies', () => {
    expect(oneStepErrors([70, 71, 69, 70], 2).every(Number.isNaN)).toBe(true);
  });

  it('measure a fall in deviations, of at least the least deviation', () => {
    const errors = oneStepErrors([70, 70, 70, 70, 70, 70, 70, 62], 4);
    expect(errors.at(-1)).toBeCloseTo(-2);
  });
});

it('warns on a confident decline, and on a falling dimension only when a decline is possible', () => {
  const trend = (declining: number, confident = false) => ({
    declining,
    stable: 1 - declining,
    improving: 0,
    label: declining > 0.5 ? ('declining' as const) : ('stable' as const),
    confident,
  });
  expect(isEarlyWarning(false, trend(0.9, true))).toBe(true);
  expect(isEarlyWarning(false, trend(0.6))).toBe(false);
  expect(isEarlyWarning(true, trend(0.3))).toBe(true);
  expect(isEarlyWarning(true, trend(0.1))).toBe(false);
});
