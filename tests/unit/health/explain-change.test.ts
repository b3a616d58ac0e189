import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dimension } from '#shared/domain/health/assessment.ts';
import { explainChange } from '#shared/domain/health/explain-change.ts';
import { monthEarlier } from '#shared/domain/health/explain-reference.ts';
import { axisAround, waterfall } from '#shared/domain/health/explain-waterfall.ts';
import { type Measured, scored } from '#tests/unit/dashboard/assessment.ts';
import { asOf, but, day, good, invoices, scored as scoredOf, ticket, usage } from './evidence.ts';

const [then, now] = [day('2026-10-20'), day('2026-11-20')];
const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const measured: fc.Arbitrary<Measured> = fc
  .record(
    { usage: score, satisfaction: score, adoption: score, financial: score, leadership: score },
    { requiredKeys: [] },
  )
  .filter((dimensions) => Object.keys(dimensions).length > 0);
const assessmentOn = (date: typeof now) =>
  fc
    .tuple(measured, score)
    .map(([dimensions, usageWithoutSeason]) =>
      scored(date, dimensions, dimensions.usage === undefined ? {} : { usageWithoutSeason }),
    );

const lineOf = (change: ReturnType<typeof explainChange>, name: string) =>
  change.lines.find(({ driver }) => driver === name);

describe('the change of a score', () => {
  it('is the sum of its lines, exactly, whatever was measured then and now', () => {
    fc.assert(
      fc.property(assessmentOn(then), assessmentOn(now), (before, after) => {
        const { lines, hundredths } = explainChange(before, after);
        expect(hundredths).toBe(Math.round(after.score * 100) - Math.round(before.score * 100));
        expect(lines.reduce((sum, line) => sum + line.hundredths, 0)).toBe(hundredths);
        expect(lines.every((line) => Number.isInteger(line.hundredths))).toBe(true);
        const known = (it: typeof before) => it.drivers.map(({ driver }) => driver);
        expect(new Set(lines.map(({ driver }) => driver))).toEqual(new Set([...known(before), ...known(after)]));
      }),
      { numRuns: 500 },
    );
  });

  it('is, of dimensions measured both times, their weight times their change', () => {
    fc.assert(
      fc.property(assessmentOn(then), score, (before, usage) => {
        const same = Object.fromEntries(before.dimensions.map(({ dimension, score }) => [dimension, score]));
        const change = explainChange(before, scored(now, { ...same, ...(same.usage === undefined ? {} : { usage }) }));
        for (const { driver, hundredths } of change.lines)
          if (driver !== 'usage' && driver !== 'season') expect(Math.abs(hundredths)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says nothing of the others when a dimension appears as good as they are, and what it adds when it is better', () => {
    const before = scored(then, { usage: 70, satisfaction: 70 });
    const points = (adoption: number) =>
      explainChange(before, scored(now, { usage: 70, satisfaction: 70, adoption })).lines.map(
        // Parts of a score are rounded to hundredths, which may leave one over.
        ({ hundredths }) => (Math.abs(hundredths) <= 1 ? 0 : Math.round(hundredths / 10) / 10),
      );
    expect(points(70)).toEqual([0, 0, 0, 0]);
    // 15 points above the others, with 20 of 75 parts of the weight.
    expect(points(85)).toEqual([0, 0, 4, 0]);
  });

  it('takes away what a dimension added when it is no longer measured', () => {
    const change = explainChange(scored(then, { usage: 70, adoption: 95 }), scored(now, { usage: 70 }));
    expect(lineOf(change, 'adoption')).toMatchObject({ hundredths: -1_000, was: 95, is: undefined });
    expect(lineOf(change, 'usage')).toMatchObject({ hundredths: 0 });
  });

  it('holds even when nothing was measured both times', () => {
    const change = explainChange(scored(then, { usage: 40 }), scored(now, { leadership: 90 }));
    expect(change.lines.map(({ driver, hundredths }) => [driver, hundredths])).toEqual([
      ['usage', -4_000],
      ['leadership', 9_000],
      ['season', 0],
    ]);
  });

  it('gives the calendar a line of its own', () => {
    const all = Object.fromEntries(Dimension.options.map((name) => [name, 80]));
    const change = explainChange(scored(then, all, { usageWithoutSeason: 60 }), scored(now, all));
    expect(lineOf(change, 'usage')).toMatchObject({ hundredths: 600, was: 60, is: 80 });
    expect(lineOf(change, 'season')).toMatchObject({ hundredths: -600 });
  });
});

describe('the change of a dimension', () => {
  const change = (facts: typeof good) => explainChange(scoredOf(good, asOf), scoredOf(facts, asOf));
  const byMetric = (facts: typeof good, dimension: Dimension) =>
    new Map(lineOf(change(facts), dimension)?.metrics?.map(({ metric, hundredths }) => [metric, hundredths]));

  it('is the sum of what its metrics did, exactly, also where one appears or disappears', () => {
    const without = good.map((fact) =>
      fact.type === 'usage.reported'
        ? { ...fact, detail: { ...fact.detail, metrics: { dailyActiveUsers: 12 } } }
        : fact,
    ) as typeof good;
    for (const facts of [
      without,
      but('survey.answered'),
      but('invoice.issued'),
      [...good, ticket(asOf, 'critical', 'outage', 'two')],
    ])
      for (const { driver, hundredths, metrics } of [
        ...change(facts).lines,
        ...explainChange(scoredOf(facts, asOf), scoredOf(good, asOf)).lines,
      ])
        if (driver !== 'season')
          expect([driver, metrics?.reduce((sum, line) => sum + line.hundredths, 0)]).toEqual([driver, hundredths]);
  });

  it('names the metric that did it', () => {
    const late = byMetric([...but('invoice.issued', 'invoice.paid'), ...invoices(asOf, 60)], 'financial');
    expect(late.get('daysLate')).toBeLessThan(0);
    expect(late.get('realizedRoi')).toBe(0);
    const quiet = byMetric(
      [...but('usage.reported'), ...usage(asOf, 730, undefined, 20).map((it, at) => (at < 700 ? it : zeroRuns(it)))],
      'usage',
    );
    expect([...quiet].sort(([, a], [, b]) => a - b)[0]?.[0]).toBe('optimizationRuns');
    expect(quiet.get('sessions')).toBe(0);
  });

  const zeroRuns = (it: (typeof good)[number]) =>
    ({
      ...it,
      detail: { ...it.detail, metrics: { ...('metrics' in it.detail ? it.detail.metrics : {}), optimizationRuns: 0 } },
    }) as typeof it;
});

describe('what a score is compared with', () => {
  it.each([
    [
      'the same day a month earlier',
      '2026-11-20',
      ['2026-10-19', '2026-10-20', '2026-10-21', '2026-11-19'],
      '2026-10-20',
    ],
    ['the last day of a shorter month', '2026-03-30', ['2026-02-27', '2026-02-28', '2026-03-01'], '2026-02-28'],
    ['month end with month end', '2026-02-28', ['2026-01-28', '2026-01-31'], '2026-01-31'],
    ['the nearest month end of a past scored at month ends', '2026-11-20', ['2026-09-30', '2026-10-31'], '2026-10-31'],
    ['the earlier of two as near', '2026-11-20', ['2026-10-19', '2026-10-21'], '2026-10-19'],
    ['nothing of the last week', '2026-11-20', ['2026-11-15', '2026-11-19'], undefined],
    ['a week ago if there is nothing else', '2026-11-20', ['2026-11-13'], '2026-11-13'],
    ['62 days ago if there is nothing else', '2026-11-20', ['2026-09-19'], '2026-09-19'],
    ['nothing older than two months', '2026-11-20', ['2026-09-18'], undefined],
  ])('%s', (_, on, earlier, expected) => {
    const readings = earlier.map((scoredOn) => ({ scoredOn: day(scoredOn) }));
    expect(monthEarlier(readings, day(on))?.scoredOn).toBe(expected);
  });
});

describe('a waterfall', () => {
  const lines = fc.array(
    fc.integer({ min: -3_000, max: 3_000 }).map((hundredths) => ({ hundredths })),
    { maxLength: 6 },
  );

  it('leads without a gap from its start to the start plus the sum of its lines', () => {
    fc.assert(
      fc.property(fc.nat(10_000), lines, (start, moves) => {
        let reached = start;
        for (const { from, to, hundredths } of waterfall(start, moves)) {
          expect([from, to - from]).toEqual([reached, hundredths]);
          reached = to;
        }
        expect(reached).toBe(moves.reduce((sum, { hundredths }) => sum + hundredths, start));
      }),
    );
  });

  it('stands on an axis that holds it, spans ten points or more and ends on its ticks', () => {
    const within = fc.array(fc.record({ from: fc.nat(10_000), to: fc.nat(10_000) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(within, (steps) => {
        const { from, to, ticks } = axisAround(steps);
        expect([ticks[0], ticks.at(-1)]).toEqual([from, to]);
        expect(to - from).toBeGreaterThanOrEqual(10);
        expect(Math.min(from, 100 - to)).toBeGreaterThanOrEqual(0);
        expect(ticks.length).toBeLessThanOrEqual(9);
        for (const step of steps)
          for (const end of [step.from, step.to]) {
            expect(end / 100).toBeGreaterThanOrEqual(from);
            expect(end / 100).toBeLessThanOrEqual(to);
          }
      }),
      { numRuns: 1_000 },
    );
  });
});
