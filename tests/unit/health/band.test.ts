import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, HealthBand, settleBand } from '#shared/domain/health/band.ts';
import { Score } from '#shared/domain/values/score.ts';

const score = (points: number) => Score.parse(points);

describe('a score lies in a band', () => {
  it.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.99, 'good'],
    [75, 'good'],
    [74.99, 'at-risk'],
    [50, 'at-risk'],
    [49.99, 'critical'],
    [0, 'critical'],
  ] as const)('%d is %s', (points, band) => {
    expect(bandOf(score(points))).toBe(band);
    expect(settleBand(score(points), undefined)).toBe(band);
  });
});

describe('a band moves when the score is 2 points across, or across for two readings', () => {
  it.each([
    // band before, score before, score now, band now
    ['excellent', 91, 89.99, 'excellent'],
    ['excellent', 91, 88.01, 'excellent'],
    ['excellent', 91, 88, 'good'],
    ['excellent', 89.5, 89.5, 'good'],
    ['good', 89, 90, 'good'],
    ['good', 89, 91.99, 'good'],
    ['good', 89, 92, 'excellent'],
    ['good', 90.5, 90, 'excellent'],
    ['good', 76, 73.01, 'good'],
    ['good', 76, 73, 'at-risk'],
    ['good', 74.9, 74.9, 'at-risk'],
    ['at-risk', 74, 76.5, 'at-risk'],
    ['at-risk', 51, 48, 'critical'],
    ['critical', 49, 51.9, 'critical'],
    ['critical', 50, 50, 'at-risk'],
    // Across several borders at once, each border is judged by itself.
    ['excellent', 91, 74, 'good'],
    ['excellent', 91, 40, 'critical'],
    ['critical', 30, 76, 'at-risk'],
    ['critical', 30, 95, 'excellent'],
  ] as const)('%s at %d, then %d: %s', (band, before, now, expected) => {
    expect(settleBand(score(now), { band, score: score(before) })).toBe(expected);
  });

  const scores = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => score(hundredths / 100));
  const bands = fc.constantFrom(...HealthBand.options);

  it('never keeps a band that the score is 2 points out of, nor leaves one it lies in', () => {
    fc.assert(
      fc.property(scores, bands, scores, (now, band, before) => {
        const settled = settleBand(now, { band, score: before });
        const near = [now - 2, now - 0.01, now, now + 0.01, now + 2].map((points) =>
          bandOf(score(Math.round(Math.max(0, Math.min(100, points)) * 100) / 100)),
        );
        expect(near).toContain(settled);
        if (bandOf(now) === band) expect(settled).toBe(band);
      }),
    );
  });

  it('after two readings of the same score is the band of that score', () => {
    fc.assert(
      fc.property(scores, bands, (now, band) => {
        expect(settleBand(now, { band, score: now })).toBe(bandOf(now));
      }),
    );
  });
});
