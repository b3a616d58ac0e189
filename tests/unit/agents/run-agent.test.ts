import { beforeEach, describe, expect, it } from 'vitest';
import { askClient } from '#functions/ask-client/question.ts';
import { replay } from '#functions/ask-client/replay.ts';
import { loadPicture, type Picture } from '#functions/brief-client/load-picture.ts';
import { pictureTools } from '#functions/brief-client/picture-tools.ts';
import { switchAgents } from '#functions/decide-proposal/switch-agents.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { dailyCaps } from '#shared/domain/agents/spending.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Model } from '#shared/ports/model.ts';
import { agentSpendings } from '#shared/store/agent-control.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { answers, says, scripted, uses } from '#tests/fixtures/models/scripted.ts';
import { type Situated, situated, today } from '#tests/fixtures/situations.ts';

const sound = { cannotTell: false, paragraphs: ['The score stands at {{fact:health.score}}.'], confidence: 0.9 };
const pace = { sleep: async () => {}, random: () => 0 };

let here: Situated;
beforeEach(async () => {
  here = await situated();
});
const ask = (model: Model, question = 'how are they doing?') =>
  askClient({ ...here, model, pace }, here.client.clientId, question);

describe('a run', () => {
  it('is recorded with all that was asked and said, and can be run again', async () => {
    const model = scripted([
      says(uses('figures_of_month', { month: '2026-09' })),
      says(answers({ ...sound, paragraphs: ['They stand at 91.'] })),
      says(
        answers({
          ...sound,
          paragraphs: ['In {{fact:2026-09.month}} it was {{fact:2026-09.sessions.month}} sessions.'],
        }),
      ),
    ]);
    const run = await ask(model);
    expect(run).toMatchObject({
      agent: 'ask-client',
      writer: 'scripted model',
      promptVersion: 1,
      outcome: ['Answered.'],
    });
    expect(run?.facts.map(({ id }) => id)).toEqual(['2026-09.month', '2026-09.sessions.month']);
    expect(run?.spent).toMatchObject({ turns: 3, toolCalls: 1, tokens: { in: 2_700, out: 360 } });
    const stored = run && (await agentRuns.get(here.table, run.runId));
    expect(stored).toEqual(run);
    if (!stored) throw new Error('not stored');
    expect((await replay(stored, here.clock)).ending).toEqual({ answer: stored.answer });
  });

  it('falls back to our own template, with the reason, whatever the model does', async () => {
    const liar = scripted(() => says(answers({ ...sound, paragraphs: ['They saved $9,999,999, like the SEC.'] })));
    const run = await ask(liar);
    expect(run).toMatchObject({ writer: 'template', stopped: 'unsound-answer' });
    expect(JSON.stringify(run?.answer)).not.toContain('9,999,999');
    const away = scripted(() => Promise.reject(new AppError('model.unavailable')));
    here.advance(1_000);
    expect(await ask(away)).toMatchObject({ writer: 'template', stopped: 'model-unavailable', outcome: ['Answered.'] });
  });

  it('of one occasion happens once, even when two begin at the same time', async () => {
    const both = await Promise.all([ask(offlineWriter), ask(offlineWriter)]);
    expect(both.filter((run) => run !== undefined)).toHaveLength(1);
    expect(await ask(offlineWriter)).toBeUndefined();
    expect(await agentRuns.newest(here.table, 10)).toHaveLength(1);
  });
});

describe('the caps of a day', () => {
  const spentByClient = () => agentSpendings.ofClient(here.table, here.client.clientId, today);

  it('count what a run really spent', async () => {
    await ask(scripted([says(answers(sound))]));
    const own = await spentByClient();
    const all = await agentSpendings.ofAll(here.table, today);
    expect(own.spending).toEqual({ day: today, runs: 1, tokens: 1_020, microDollars: 4_500 });
    expect(all.spending).toEqual(own.spending);
  });

  it.each([
    ['client', 'tokens'],
    ['client', 'microDollars'],
    ['all', 'tokens'],
    ['all', 'microDollars'],
  ] as const)('are closed by the template when that of %s in %s is reached', async (which, unit) => {
    const stored = which === 'client' ? await spentByClient() : await agentSpendings.ofAll(here.table, today);
    const full = { day: today, runs: 9, tokens: 0, microDollars: 0, [unit]: dailyCaps[which][unit] - 100 };
    await here.table.commit([agentSpendings.move(stored, full)]);
    const model = scripted([]);
    expect(await ask(model)).toMatchObject({ writer: 'template', stopped: 'daily-cap', outcome: ['Answered.'] });
    expect(model.requests).toEqual([]);
  });

  it('hold when many run at once: what is under way counts in full', async () => {
    const started: number[] = [];
    const slow = scripted(async () => {
      started.push(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return says(answers(sound));
    });
    const many = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => ask(slow, `question number ${at} of many`)),
    );
    expect(started.length).toBeLessThanOrEqual(Math.floor(dailyCaps.client.microDollars / 100_000));
    // Those that lost the race for a place every time are delivered again; nobody else failed.
    for (const one of many) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'table.conflict' });
    const { spending } = await spentByClient();
    expect(spending.microDollars).toBeLessThanOrEqual(dailyCaps.client.microDollars);
  });
});

it('counts every run by how it ended, and what its model cost, also when nothing could come of it', async () => {
  const measured: unknown[] = [];
  const note: Log['info'] = (message, about) => measured.push({ message, ...about?.measured });
  const log = { info: note, warn: note, error: note };
  const asking = (model: Model, question: string) =>
    askClient({ ...here, log, model, pace }, here.client.clientId, question);
  const answered = await asking(
    scripted(() => says(answers(sound))),
    'one',
  );
  await asking(
    scripted(() => Promise.reject(new AppError('model.unavailable'))),
    'two',
  );
  const stopped = scripted(async () => {
    await switchAgents(here, 'off', 'now');
    return says(answers(sound));
  });
  await asking(stopped, 'three');
  const dollars = (answered?.spent.microDollars ?? 0) / 1e6;
  expect(dollars).toBeGreaterThan(0);
  expect(measured).toEqual([
    { message: 'agent ran', values: { AgentRuns: 1, AgentDollars: dollars }, by: 'answer' },
    { message: 'agent ran', values: { AgentRuns: 1, AgentDollars: 0 }, by: 'model-unavailable' },
    { message: 'agent ran in vain', values: { AgentRuns: 1, AgentDollars: dollars }, by: expect.any(String) },
  ]);
});

describe('the switch', () => {
  it('lets no agent begin', async () => {
    await switchAgents(here, 'off', 'something is odd');
    const model = scripted([]);
    expect(await ask(model)).toBeUndefined();
    expect(model.requests).toEqual([]);
    await switchAgents(here, 'on', '');
    expect(await ask(offlineWriter)).toMatchObject({ outcome: ['Answered.'] });
  });

  it('stops those at work: what they drafted is not stored', async () => {
    const model = scripted(async () => {
      await switchAgents(here, 'off', 'now');
      return says(answers(sound));
    });
    expect(await ask(model)).toBeUndefined();
    expect(await agentRuns.newest(here.table, 10)).toEqual([]);
  });

  it('thrown while a run is being committed wins over it', async () => {
    let thrown = false;
    const table: Situated['table'] = {
      ...here.table,
      commit: async (changes) => {
        const isRun = changes.some((change) => 'put' in change && change.put.entity === 'agent-run');
        if (isRun && !thrown) {
          thrown = true;
          await switchAgents(here, 'off', 'now');
        }
        return here.table.commit(changes);
      },
    };
    const deps = { ...here, table, model: offlineWriter, pace };
    expect(await askClient(deps, here.client.clientId, 'how are they doing?')).toBeUndefined();
    expect(thrown).toBe(true);
    expect(await agentRuns.newest(here.table, 10)).toEqual([]);
  });
});

describe('the tools of a Writer', () => {
  it('take what they say and nothing else, least of all a client', async () => {
    const picture = await loadPicture(here.table, here.client.clientId, here.clock.now());
    for (const tool of pictureTools(picture)) {
      expect(tool.input).toMatchObject({ additionalProperties: false });
      expect(JSON.stringify(tool.input)).not.toMatch(/client/i);
      await expect(tool.use({ month: '2026-09', clientId: 'sec' })).rejects.toMatchObject({ code: 'tool.bad-input' });
    }
  });

  it('tell of the client they were made for, and put what they tell on its sheet alone', async () => {
    const [own, other] = await Promise.all(
      [here.client.clientId, ClientId.parse('sec')].map((id) => loadPicture(here.table, id, here.clock.now())),
    );
    const use = async (picture: Picture | undefined) =>
      JSON.stringify(await (picture ? pictureTools(picture)[0] : undefined)?.use({ month: '2026-09' }));
    expect(await use(own)).toContain('2026-09.savings.month');
    // Nothing was ever recorded of it.
    expect(await use(other)).not.toContain('savings');
    expect(other?.sheet.has('2026-09.savings.month')).toBe(false);
  });
});
