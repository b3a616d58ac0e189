import { expect, it } from 'vitest';
import { sayWeakest } from '#shared/domain/alerts/say-weakest.ts';
import { HealthAssessment } from '#shared/domain/health/assessment.ts';

const at = { facts: 31, from: '2026-10-01', to: '2026-10-31' };
const people = { ...at, metric: 'users', says: 'Daily active users: 17 a day against 16 usual' };
const tasks = { ...at, metric: 'tasks', says: 'Tasks automated: 900 a month against 2,100 usual' };
const silence = { ...at, says: 'No report for 20 days' };
const line = (metric: string, score: number, weight: number) => ({
  metric,
  label: metric,
  score,
  weight,
  hundredths: 0,
});

const say = (...evidence: object[]) =>
  sayWeakest(
    HealthAssessment.parse({
      outcome: 'insufficient-data',
      scoredOn: '2026-11-01',
      modelVersion: 'health-3',
      confidence: 0.4,
      missing: 'everything else',
      dimensions: [
        {
          dimension: 'usage',
          score: 45,
          confidence: 1,
          metrics: [line('users', 72, 0.6), line('tasks', 10, 0.4)],
          evidence,
        },
      ],
    }),
  );

it('explains a weak dimension by what costs it most, not by what weighs most and stands well', () => {
  expect(say(people, tasks)).toEqual([`Usage stands at 45.0 of 100 and costs 16.5 points: ${tasks.says}.`]);
});

it('explains it by a silence before anything that was measured', () => {
  expect(say(people, silence, tasks)).toEqual([`Usage stands at 45.0 of 100 and costs 16.5 points: ${silence.says}.`]);
});
