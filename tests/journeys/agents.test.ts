import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientId } from '#shared/domain/values/ids.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { readings } from '#shared/store/reading.ts';
import { csm } from './csm-process.ts';
import { goodMonths, send } from './reports.ts';
import { aClient, world } from './world.ts';

const directory = mkdtempSync(join(tmpdir(), 'csm-agents-'));
const file = join(directory, 'csm.sqlite');
const on = (...args: readonly string[]) => csm(...args, '--data', directory);
afterAll(() => rmSync(directory, { recursive: true }));

const bigTwelve = ClientId.parse('big-12');
const comment = 'The export is broken again and we are still waiting.';

describe('agents', () => {
  beforeAll(async () => {
    const at = world({ file });
    await aClient(at);
    await send(at, goodMonths);
    await at.drain();
    const answer = { clientId: 'big-12', date: '2026-11-20', surveyId: 's-9', score: 6, comment };
    expect((await at.post('survey', { type: 'survey.answered', ...answer })).status).toBe(202);
    await at.drain();
    // To the next morning, in business time.
    at.advance(24 * 3_600_000);
    await at.wakeDue();
    await at.drain();
    await at.close();
  });

  it('read what a signed webhook brings, and choose for every client each week', async () => {
    const at = world({ file });
    const read = await readings.of(at.table, bigTwelve, 5);
    expect(read).toMatchObject([{ channel: 'survey', sentiment: 'unhappy', flagged: false }]);
    for (const { from, to, text } of read[0]?.quotes ?? []) expect(comment.slice(from, to)).toBe(text);
    const agents = (await agentRuns.of(at.table, bigTwelve, 20)).map(({ agent }) => agent);
    expect(agents.filter((agent) => agent === 'read-feedback').length).toBeGreaterThanOrEqual(1);
    expect(agents.filter((agent) => agent === 'next-best-action')).toHaveLength(1);
    await at.close();
  });

  it('answer by command, are listed, run again, and can be stopped', { timeout: 60_000 }, async () => {
    const asked = await on('ask', 'big-12', 'how are they doing?');
    expect([asked.code, asked.err]).toEqual([0, '']);
    expect(asked.out).toMatch(/score|no score|can’t tell/i);
    expect(asked.out).toContain('written by offline writer');
    const [, run = ''] = /run (\S+)/.exec(asked.out) ?? [];

    const [brief, listed, again] = await Promise.all([
      on('brief', 'big-12', '--json'),
      on('runs', 'big-12'),
      on('replay', run),
    ]);
    expect(JSON.parse(brief.out)).toMatchObject({ agent: 'brief-client', writer: 'offline writer' });
    expect(listed.out).toContain(run);
    expect([again.code, again.out]).toEqual([0, 'It ends as before: answered.\n']);

    expect((await on('agents', 'off', '--because', 'odd answers')).out).toContain('odd answers');
    const refused = await on('ask', 'big-12', 'and now?');
    expect([refused.code, refused.err]).toEqual([
      1,
      'csm: all agents are switched off; "csm agents on" lets them run again\n',
    ]);
  });

  it('say what was wrong with a command, without a stack', { timeout: 60_000 }, async () => {
    const [short, unknown, noRun] = await Promise.all([
      on('ask', 'big-12', 'x'),
      on('brief', 'nobody'),
      on('replay', 'big-12.20261120T150000000.ask-client-0001'),
    ]);
    expect([short.code, unknown.code, noRun.code]).toEqual([2, 1, 1]);
    expect(short.err).toContain('ask something');
    for (const { err } of [unknown, noRun]) expect(err).not.toMatch(/\n\s+at /);
    expect(noRun.err).toContain('"csm runs" lists the runs there are');
  });
});
