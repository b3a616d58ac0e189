import { expect, it } from 'vitest';
import { Dimension } from '#shared/domain/health/assessment.ts';
import { largestRemainder } from '#shared/domain/health/largest-remainder.ts';
import { sayMissing } from '#shared/domain/health/missing.ts';
import { trendBetween } from '#shared/domain/health/trend.ts';

const knowing = (confidence: Partial<Record<Dimension, number>>) =>
  sayMissing(
    Dimension.options.map((dimension) => ({
      dimension,
      confidence: confidence[dimension] ?? 0,
      score: undefined,
      unadjusted: undefined,
      metrics: [],
    })),
  );

/** Usage weighs 30 of 100, satisfaction 25, adoption 20, financial 15, leadership 10; half is needed. */
it.each([
  [{}, '0% of what a score rests on is known, 50% is needed; record usage reports and survey answers'],
  [{ usage: 1 }, '30% of what a score rests on is known, 50% is needed; record survey answers'],
  [{ satisfaction: 1 }, '25% of what a score rests on is known, 50% is needed; record usage reports'],
  [
    { usage: 0.1, satisfaction: 1 },
    '28% of what a score rests on is known, 50% is needed; record more or fresher usage reports',
  ],
  [
    { usage: 1, satisfaction: 0.2 },
    '35% of what a score rests on is known, 50% is needed; record more or fresher survey answers',
  ],
  [{ usage: 1, satisfaction: 0.4 }, '40% of what a score rests on is known, 50% is needed; record feature adoption'],
  [{ usage: 0.9, adoption: 0.9 }, '45% of what a score rests on is known, 50% is needed; record survey answers'],
  [{ leadership: 1, financial: 1 }, '25% of what a score rests on is known, 50% is needed; record usage reports'],
  [
    { leadership: 0.5, financial: 1, usage: 0.9 },
    '47% of what a score rests on is known, 50% is needed; record survey answers',
  ],
  [
    { satisfaction: 0.9, adoption: 0.9, usage: 0.1 },
    '44% of what a score rests on is known, 50% is needed; record more or fresher usage reports',
  ],
])('says of %o what is missing', (confidence, says) => {
  expect(knowing(confidence)).toBe(says);
});

it('asks for invoices and for leaders where the rest does not reach half', () => {
  const said = knowing({ usage: 0.99, satisfaction: 0.1, adoption: 0.1, financial: 0, leadership: 0 });
  expect(said).toMatch(/record more or fresher survey answers$/);
  expect(knowing({ usage: 0.6, satisfaction: 0.62, adoption: 0.62, financial: 0, leadership: 0 })).toMatch(
    /record invoices and payments$/,
  );
  expect(knowing({ usage: 0.9, satisfaction: 0.7, adoption: 0.1, financial: 0.98, leadership: 0 })).not.toMatch(
    /record$/,
  );
});

it.each([
  [[0.5, 0.5], 1, [1, 0]],
  [[1.2, 2.7, 0.1], 4, [1, 3, 0]],
  [[1.5, 2.25, 0.25], 5, [2, 3, 0]],
  [[1.3, 2.3, 3.4], 7, [1, 2, 4]],
  [[0.25, 0.25, 0.25, 0.25], 1, [1, 0, 0, 0]],
  [[0.1, 0.2, 0.7], 1, [0, 0, 1]],
  [[3, 4], 7, [3, 4]],
  [[], 0, []],
])('%o rounds to sum %i: the largest remainders go up, of equal ones the first', (parts, total, whole) => {
  expect(largestRemainder(parts, total)).toEqual(whole);
});

it.each([
  [undefined, 70, 'unknown'],
  [70, 70, 'stable'],
  [70, 72.99, 'stable'],
  [70, 73, 'improving'],
  [70, 67.01, 'stable'],
  [70, 67, 'declining'],
])('from %s to %d in three months is %s', (earlier, now, trend) => {
  expect(trendBetween(earlier, now)).toBe(trend);
});
