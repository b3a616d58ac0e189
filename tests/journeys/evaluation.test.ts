import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csm } from './csm-process.ts';

const example = 'docs/examples/histories.jsonl';
const directory = mkdtempSync(join(tmpdir(), 'csm-evaluation-'));
afterAll(() => rmSync(directory, { recursive: true }));

const read = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('csm on histories', () => {
  it('predicts every client and month from the twelfth on, and says the same when the file ends earlier', async () => {
    const cut = join(directory, 'cut.jsonl');
    const histories = read(example);
    const lastKept = histories[0].months[20].month;
    writeFileSync(
      cut,
      histories
        .map(({ outcomes: _, ...history }) => ({
          ...history,
          months: history.months.filter(({ month }: { month: string }) => month <= lastKept),
        }))
        .map((history) => JSON.stringify(history))
        .join('\n'),
    );
    const [whole, shorter] = [join(directory, 'whole.jsonl'), join(directory, 'shorter.jsonl')];
    const ended = await Promise.all([
      csm('predict', '--historical-data', example, '--out', whole, '--json'),
      csm('predict', '--historical-data', cut, '--out', shorter),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);

    const predictions = read(whole);
    const months = histories.reduce((sum, { months }) => sum + Math.max(0, months.length - 11), 0);
    expect(predictions).toHaveLength(months);
    expect(JSON.parse(ended[0].out)).toMatchObject({ clients: histories.length, predictions: months });
    const upToTheCut = predictions.filter(({ asOf }) => asOf <= lastKept);
    expect(upToTheCut.length).toBeGreaterThan(10);
    expect(read(shorter)).toEqual(upToTheCut);
    for (const { trend, churn6m, renewalProbability } of predictions) {
      expect(trend.improving + trend.stable + trend.declining).toBeCloseTo(1, 2);
      for (const probability of [churn6m, renewalProbability]) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
    }
  }, 30_000);

  it('validates, writes a page, and fails with 1 when a bar is missed', async () => {
    const page = join(directory, 'report.html');
    const [passed, missed] = await Promise.all([
      csm('validate-scoring', '--historical-data', example, '--html', page, '--require', 'coverage=0.01'),
      csm('validate-scoring', '--historical-data', example, '--json', '--require', 'accuracy=1.01'),
    ]);
    expect(passed.code).toBe(0);
    for (const said of ['majority share', 'macro-F1', 'last delta', 'Confusion']) expect(passed.out).toContain(said);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<svg/i);
    expect(missed.code).toBe(1);
    expect(missed.err).toContain('at least 1.01 is required');
    expect(JSON.parse(missed.out).trend.points).toBeGreaterThan(0);
  }, 30_000);

  it('says which line of a file is no history, and why training refuses too few outcomes', async () => {
    const [noHistory, tooFew, wrongBar] = await Promise.all([
      csm('predict', '--historical-data', 'README.md', '--out', join(directory, 'none.jsonl')),
      csm('train', '--historical-data', example, '--out', join(directory, 'model.json')),
      csm('validate-scoring', '--historical-data', example, '--require', 'beauty=1'),
    ]);
    expect(noHistory).toMatchObject({ code: 1, err: expect.stringContaining('README.md, line 1, column 1: not JSON') });
    expect(tooFew).toMatchObject({ code: 1, err: expect.stringContaining('200') });
    expect(wrongBar.code).toBe(2);
  }, 30_000);

  it('sees a folder that is not there before the work and not after it', async () => {
    const nowhere = join(directory, 'no', 'such', 'folder');
    const ended = await Promise.all([
      csm('train', '--historical-data', 'no-such-file', '--out', nowhere),
      csm('validate-scoring', '--historical-data', 'no-such-file', '--html', nowhere),
    ]);
    for (const { code, err } of ended) {
      expect(code).toBe(1);
      expect(err).toContain(join(directory, 'no', 'such'));
    }
  }, 30_000);
});
