import { describe, expect, it } from 'vitest';
import { runLimits } from '#shared/domain/agents/limits.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ask, assess, brief, choose, comes, type Deps, endOf, review } from '#tests/evaluation/agents/task.ts';
import { answers, says, scripted, stopped, uses } from '#tests/fixtures/models/scripted.ts';
import { alert, situated } from '#tests/fixtures/situations.ts';

const situation = { adoption: { analytics: 0.1, travel: 0.3 }, alerts: [alert()], reviewInDays: 2 };

const agents: Readonly<Record<string, (here: Deps) => Promise<unknown>>> = {
  'assess-risk': assess(),
  'next-best-action': choose,
  'prepare-review': review,
  'read-feedback': comes('mail', 'The export is broken.'),
  'ask-client': ask('why did adoption fall?'),
  'brief-client': brief,
};

const misbehaviours: Readonly<Record<string, Parameters<typeof scripted>[0]>> = {
  'unknown tools': () => says(uses('send_mail', { to: 'all' }), uses('approve')),
  'bad arguments': () => says(uses('figures_of_month', { month: 12, client: 'sec' })),
  'duplicate ids': () => says(uses('figures_of_month', { month: '2026-09' }, 'same'), uses('nothing', {}, 'same')),
  'empty content': () => says(),
  'endless loops': () => says(uses('figures_of_month', { month: '2026-09' })),
  'truncated JSON': () => stopped('max-tokens', answers('{"cannotTell": fal')),
  'two megabytes': () => says(answers({ standing: 'x'.repeat(2_000_000) })),
  'a throttling storm': () => Promise.reject(new AppError('model.throttled')),
};

describe.each(Object.entries(misbehaviours))('%s', (_, answering) => {
  it.each(Object.entries(agents))('leave %s within its limits, recorded, with our template', async (name, happens) => {
    const here = await situated(situation);
    await happens({ ...here, model: scripted(answering), pace: { sleep: async () => {}, random: () => 0 } });
    const { runs, decisions, messages } = await endOf(here);
    expect(runs).toMatchObject([{ agent: name, writer: 'template', stopped: expect.any(String) }]);
    const [run] = runs;
    expect(run?.spent.turns).toBeLessThanOrEqual(runLimits.turns);
    expect(run?.spent.toolCalls).toBeLessThanOrEqual(runLimits.toolCalls);
    expect(run?.spent.microDollars).toBeLessThanOrEqual(runLimits.microDollars);
    // The mail that was due waits all the same, in the template's words.
    if (name === 'assess-risk') {
      expect(decisions).toHaveLength(1);
      expect(messages).toMatchObject([{ contactId: 'scheduler', kind: 'recommendation' }]);
      expect(messages[0]?.draft).toBeUndefined();
    }
  });
});
