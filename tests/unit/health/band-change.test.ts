import { describe, expect, it } from 'vitest';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { bandFloors, bandNames, bandOf, type HealthBand } from '#shared/domain/health/band.ts';
import { bandChange, changeOverThePast, needsAttention } from '#shared/domain/health/band-change.ts';
import { day } from '#tests/fixtures/world.ts';
import { scored } from '../dashboard/assessment.ts';

const scores: Readonly<Record<HealthBand, number>> = { excellent: 95, good: 80, 'at-risk': 60, critical: 20 };
const within = (band: HealthBand, on = '2026-11-20'): HealthAssessment => scored(day(on), { usage: scores[band] });
const unknown: HealthAssessment = {
  outcome: 'insufficient-data',
  scoredOn: day('2026-11-19'),
  modelVersion: 'test-1',
  confidence: 0.2,
  dimensions: [],
  missing: 'all',
};
const change = (to: HealthBand, from?: HealthBand) => ({
  ...(from ? { from } : {}),
  to,
  score: scores[to],
  scoredOn: '2026-11-20',
});

describe('a change of band', () => {
  it.each<[HealthAssessment | undefined, HealthAssessment, object | undefined]>([
    [within('good'), within('at-risk'), change('at-risk', 'good')],
    [within('critical'), within('excellent'), change('excellent', 'critical')],
    [within('good'), within('good'), undefined],
    [within('critical'), within('critical'), undefined],
    [within('good'), unknown, undefined],
    [undefined, within('good'), undefined],
    [undefined, within('excellent'), undefined],
    [undefined, within('at-risk'), change('at-risk')],
    [undefined, within('critical'), change('critical')],
    [unknown, within('critical'), change('critical')],
    [unknown, within('good'), undefined],
  ])('%#', (before, now, expected) => {
    expect(bandChange(before, now)).toEqual(expected);
  });
});

describe('the first scoring tells, over the past, how a client came to need attention', () => {
  it.each<[HealthAssessment[], HealthAssessment, object | undefined]>([
    [[within('good'), within('at-risk')], within('at-risk'), change('at-risk', 'good')],
    [[within('excellent'), within('good'), unknown], within('critical'), change('critical', 'good')],
    [[within('critical'), within('critical')], within('critical'), change('critical')],
    [[unknown], within('at-risk'), change('at-risk')],
    [[], within('at-risk'), change('at-risk')],
    [[within('critical')], within('good'), undefined],
    [[within('at-risk')], within('excellent'), undefined],
    [[within('good')], unknown, undefined],
  ])('%#', (past, now, expected) => {
    expect(changeOverThePast(past, now)).toEqual(expected);
  });
});

it('bands are those of the mission, and two of them call for somebody to act', () => {
  expect(bandFloors.map(([band, floor]) => [bandNames[band], floor, needsAttention(band)])).toEqual([
    ['excellent', 90, false],
    ['good', 75, false],
    ['at risk', 50, true],
    ['critical', 0, true],
  ]);
  expect([100, 90, 89.99, 75, 74.99, 50, 49.99, 0, -1].map(bandOf)).toEqual([
    ...['excellent', 'excellent', 'good', 'good', 'at-risk', 'at-risk', 'critical', 'critical', 'critical'],
  ]);
});
