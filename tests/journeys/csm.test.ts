import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, dateIn } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { csm } from './csm-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'csm-command-'));
afterAll(() => rmSync(directory, { recursive: true }));
const yesterday = addDays(dateIn(businessZone, new Date()), -1);
const on = (...args: readonly string[]) => csm(...args, '--data', join(directory, 'data'));

describe('csm', () => {
  it('lists its commands, and answers what it does not understand with 2', async () => {
    const [help, unknown, wrong] = await Promise.all([
      csm('--help'),
      csm('frobnicate'),
      csm('start', '--port', 'eighty'),
    ]);
    expect(help.code).toBe(0);
    for (const command of ['start', 'import', 'score', 'show', 'export', 'send', 'meeting'])
      expect(help.out).toContain(command);
    expect([unknown.code, wrong.code]).toEqual([2, 2]);
    expect(wrong.err).toContain('use a number');
  }, 20_000);

  it('begins no directory for who only looks, for its name was probably mistyped', async () => {
    const mistyped = join(directory, 'dtaa');
    const looked = await csm('show', 'big-12', '--data', mistyped);
    expect(looked.code).toBe(1);
    expect(looked.err).toContain(`there is no data in ${mistyped}`);
    expect(existsSync(mistyped)).toBe(false);
  });

  it('imports a good file, refuses one with a bad row, and imports its good rows when told to', async () => {
    expect(await on('import', 'portfolio', 'docs/examples/portfolio.csv')).toMatchObject({ code: 0, err: '' });
    const bad = join(directory, 'bad.csv');
    const rows = [`big-12,${yesterday},flextime,40`, 'big-12,2026-13-01,flextime,41'];
    writeFileSync(bad, ['clientId,date,product,dailyActiveUsers', ...rows, ''].join('\n'));

    const refused = await on('import', 'usage', bad);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('Nothing was imported');
    expect(refused.err).toContain(`${bad}:3:2 date: use a real date`);
    const kept = await on('import', 'usage', bad, '--keep-good', '--json');
    expect(kept.code).toBe(0);
    expect(JSON.parse(kept.out)).toMatchObject({ outcome: 'imported', imported: 1 });
  }, 20_000);

  it('says of meetings what there is, and what is wrong with what was said of one', async () => {
    const [list, unheld, rating, time, nobody] = await Promise.all([
      on('meeting', 'list'),
      on('meeting', 'held', 'big-12'),
      on('meeting', 'held', 'big-12', '--rating', '11'),
      on('meeting', 'move', 'big-12', '--to', 'tomorrow'),
      on('meeting', 'missed', 'nobody'),
    ]);
    expect([list, unheld, rating, time, nobody].map(({ code }) => code)).toEqual([0, 1, 2, 2, 1]);
    expect(list.out).toMatch(/No meeting is planned[\s\S]*0 of \d active clients had a review/);
    expect(unheld.err).toContain('csm meeting list');
    expect(rating.err).toContain('use a whole number from 1 to 10');
    expect(time.err).toContain('use a time with its zone');
    expect(nobody.err).toContain('No client has this id');
  }, 40_000);

  it('answers in JSON where a program asks, and in a sentence where a person errs', async () => {
    const [scores, shown, unknown, mistyped, runs, audit] = await Promise.all([
      on('score', '--json'),
      on('show', 'big-12', '--json'),
      on('show', 'nobody'),
      on('explain', 'montain-west'),
      on('runs', 'nobody'),
      on('audit', 'verify', 'nobody'),
    ]);
    expect([scores.code, shown.code, unknown.code, mistyped.code, runs.code, audit.code]).toEqual([0, 0, 1, 1, 1, 1]);
    expect(JSON.parse(scores.out)).toContainEqual(expect.objectContaining({ clientId: 'big-12' }));
    expect(JSON.parse(shown.out)).toMatchObject({ client: { clientId: 'big-12' }, alerts: [] });
    expect(unknown.err.split('\n')[0]).toBe('csm: No client has this id. (clientId: nobody)');
    expect(mistyped.err).toContain('(clientId: montain-west, nearest: mountain-west)');
    expect(runs.err).toContain('No client has this id');
    expect(audit.err).toContain('No client has this id');
  }, 20_000);

  it('shows the risk of a client, and lets nobody be saved who is not in danger', async () => {
    const [shown, saved, noted] = await Promise.all([
      on('risk', 'big-12'),
      on('risk', 'big-12', '--stage', 'saving'),
      on('risk', 'big-12', '--note', 'nothing'),
    ]);
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('has never been at risk.') });
    expect(saved).toMatchObject({ code: 1, err: expect.stringContaining('Only a client that is at risk') });
    expect(noted).toMatchObject({ code: 2, err: expect.stringContaining('--note goes with --stage') });
  }, 20_000);

  it('exports everything, one item a line, and no secret', async () => {
    const { code, out } = await on('export');
    const entities = new Set(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).entity),
    );
    expect(code).toBe(0);
    expect([...entities].sort()).toEqual([
      'client',
      'contact',
      'contract',
      'fact',
      'health',
      'health-inputs',
      'standing',
    ]);
    expect(out).not.toContain('whsec_');
  }, 20_000);
});
