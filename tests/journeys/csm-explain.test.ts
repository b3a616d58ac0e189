import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFact } from '#shared/domain/facts/fact.ts';
import { facts } from '#shared/store/fact.ts';
import { csm } from './csm-process.ts';
import { goodMonths, send } from './reports.ts';
import { aClient, world } from './world.ts';

const directory = mkdtempSync(join(tmpdir(), 'csm-explain-'));
const file = join(directory, 'csm.sqlite');
const on = (...args: readonly string[]) => csm(...args, '--data', directory);
afterAll(() => rmSync(directory, { recursive: true }));

const departed = parseFact({
  factId: 'the-late-one',
  type: 'leadership.changed',
  recordedAt: '2026-11-20T20:00:00.000Z',
  detail: { clientId: 'big-12', date: '2026-11-19', role: 'commissioner', change: 'departed' },
});

describe('csm explain and csm recompute', () => {
  beforeAll(async () => {
    const at = world({ file });
    await aClient(at);
    await send(at, goodMonths);
    await at.drain();
    await at.close();
  });

  it('explain a score by lines that sum to it, each with the facts behind it', async () => {
    const [told, asked] = await Promise.all([on('explain', 'big-12'), on('explain', 'big-12', '--json')]);
    expect([told.code, told.err]).toEqual([0, '']);
    expect(told.out).toContain('How the score comes about');
    expect(told.out).toMatch(/Leadership insufficient data: nothing was measured/);
    expect(told.out).not.toContain('\u001b[');
    expect(told.out).toContain('Since 31 Oct 2026: nothing to compare, for then there was insufficient data.');
    const { score, drivers, dimensions, compared } = JSON.parse(asked.out);
    const sum = (lines: { hundredths: number }[]) => lines.reduce((total, { hundredths }) => total + hundredths, 0);
    expect(sum(drivers)).toBe(Math.round(score * 100));
    expect(compared).toMatchObject({ scoredOn: '2026-10-31', outcome: 'insufficient-data' });
    expect(dimensions[1].evidence[0].factIds).toHaveLength(4);
  }, 20_000);

  it('reproduce a score until a fact of then arrives late, which is named', async () => {
    const { code, out } = await on('recompute', 'big-12', '2026-11-20');
    expect([code, out.split('\n')[0]]).toEqual([0, 'big-12 on 2026-11-20: reproduced to the last digit']);

    // Late, and not scored again: the stored score is of what was known then.
    const at = world({ file });
    await at.table.commit([facts.record(departed)]);
    await at.close();
    const late = await on('recompute', 'big-12', '2026-11-20');
    expect(late.code).toBe(1);
    expect(late.out).toContain('leadership.changed: 1 fact recorded since\n    the-late-one');
    expect(late.out).toContain('From its inputs as they were, the stored score is reproduced to the last digit.');
  }, 20_000);

  it('say what they cannot do: 1 for a day without a score, 2 for no date', async () => {
    const [none, noDate] = await Promise.all([
      on('recompute', 'big-12', '2026-02-01'),
      on('recompute', 'big-12', 'may'),
    ]);
    expect([none.code, noDate.code]).toEqual([1, 2]);
    expect(none.err).toContain('No score is stored of this client for this day.');
  }, 20_000);
});
