import { describe, expect, it } from 'vitest';
import { layOut } from '#functions/dashboard/score-history.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { day } from '#tests/fixtures/world.ts';
import { scored } from './assessment.ts';

const at = (date: string, usage = 80) => scored(day(date), { usage });
const unknown = (date: string): HealthAssessment => ({
  outcome: 'insufficient-data',
  scoredOn: day(date),
  modelVersion: 'test-1',
  confidence: 0.3,
  dimensions: [],
  missing: 'Nothing was reported.',
});

describe('the score over time', () => {
  it('needs scores of two days', () => {
    expect(layOut([])).toBeUndefined();
    expect(layOut([unknown('2026-01-01'), at('2026-01-31')])).toBeUndefined();
  });

  it('spaces readings by the days between them, from edge to edge', () => {
    const [line] = layOut([at('2026-01-01'), at('2026-01-11'), at('2026-04-11')])?.lines ?? [];
    expect(line?.map(({ x }) => x)).toEqual([0, 10, 100]);
  });

  it('breaks the line where too little was known, instead of inventing a score', () => {
    const history = layOut([at('2026-01-31'), at('2026-02-28'), unknown('2026-03-31'), at('2026-04-30')]);
    expect(history?.lines.map((line) => line.length)).toEqual([2, 1]);
  });

  it('marks the last reading of each month', () => {
    const history = layOut([at('2026-01-05'), at('2026-01-31'), at('2026-02-03')]);
    expect(history?.monthly.map(({ reading }) => reading.scoredOn)).toEqual(['2026-01-31', '2026-02-03']);
  });

  it.each([
    ['2026-01-15', '2026-03-10', ['2026-02-01', '2026-03-01']],
    ['2026-01-15', '2026-12-10', ['2026-04-01', '2026-07-01', '2026-10-01']],
    ['2022-01-15', '2026-01-10', ['2022-07-01', '2023-01-01', '2023-07-01', '2024-01-01']],
  ])('has few enough ticks from %s to %s', (from, to, expected) => {
    const dates = layOut([at(from), at(to)])?.ticks.map(({ date }) => date) ?? [];
    expect(dates.slice(0, 4)).toEqual(expected);
    expect(dates.length).toBeLessThan(10);
  });

  it('shows the whole scale unless every score is well above the floor', () => {
    expect(layOut([at('2026-01-01', 95), at('2026-02-01', 50)])?.axisFrom).toBe(40);
    expect(layOut([at('2026-01-01', 95), at('2026-02-01', 49)])?.axisFrom).toBe(0);
  });
});
