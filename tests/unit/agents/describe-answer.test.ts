import { describe, expect, it } from 'vitest';
import { describeAnswer } from '#local/command/describe-run.ts';
import { seededPortfolio } from '#tests/unit/dashboard/seeded-portfolio.ts';
import { seedRun } from '#tests/unit/dashboard/seeded-run.ts';

describe('an answer as text', () => {
  it('names the newest of what a figure rests on, and how many more there are', async () => {
    const run = await seedRun(await seededPortfolio());
    if (!run) throw new Error('agents are on in the seeded portfolio');
    const sources = ['monday', 'tuesday', 'wednesday', 'thursday'];
    const text = describeAnswer({ ...run, facts: run.facts.map((fact) => ({ ...fact, sources })) });
    expect(text).toMatch(/\[1\] .*: thursday, wednesday and 2 more$/m);
    expect(text).not.toContain('monday');
  });
});
