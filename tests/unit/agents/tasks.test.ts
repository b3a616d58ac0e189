import { describe, expect, it } from 'vitest';
import { prompt as askPrompt } from '#functions/ask-client/prompt.ts';
import { prompt as riskPrompt } from '#functions/assess-risk/prompt.ts';
import { prompt as briefPrompt } from '#functions/brief-client/prompt.ts';
import { prompt as choosePrompt } from '#functions/next-best-action/prompt.ts';
import { prompt as reviewPrompt } from '#functions/prepare-review/prompt.ts';
import { prompt as readPrompt } from '#functions/read-feedback/prompt.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { attempt } from '#tests/evaluation/agents/task.ts';
import { tasks } from '#tests/evaluation/agents/tasks/index.ts';

describe('the offline writer', () => {
  it.each(tasks.map((task) => [task.name, task] as const))('%s', async (_, task) => {
    expect(await attempt(task, offlineWriter)).toEqual([]);
  });
});

it('has at least sixty tasks, each with a name of its own', () => {
  expect(new Set(tasks.map(({ name }) => name)).size).toBe(tasks.length);
  expect(tasks.length).toBeGreaterThanOrEqual(60);
});

it.each([askPrompt, riskPrompt, briefPrompt, choosePrompt, reviewPrompt, readPrompt])(
  'justifies each prompt by tasks that exist',
  ({ version, justifiedBy }) => {
    expect(version).toBeGreaterThan(0);
    expect(justifiedBy.length).toBeGreaterThan(0);
    for (const name of justifiedBy) expect(tasks.map((task) => task.name)).toContain(name);
  },
);
