import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allHistories } from '#local/evaluation/read-histories.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'histories-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const line = (clientId: string, more = '') => `{"clientId":"${clientId}","months":[{"month":"2026-01"${more}}]}`;

describe('reading a file of histories', () => {
  it('takes plain and compressed files, and passes over empty lines', async () => {
    const text = `${line('sec')}\n\n${line('big-12')}\n`;
    for (const path of [file('a.jsonl', text), file('a.jsonl.gz', gzipSync(text))])
      expect((await allHistories(path)).map(({ clientId }) => clientId)).toEqual(['sec', 'big-12']);
  });

  it('passes over the mark some editors put before the first line', async () => {
    expect(await allHistories(file('a.jsonl', `\uFEFF${line('sec')}\r\n${line('big-12')}`))).toHaveLength(2);
  });

  it('takes null for unknown', async () => {
    const [history] = await allHistories(file('a.jsonl', line('sec', ',"metrics":null,"financial":{"arrUsd":null}')));
    expect(history?.months[0]).toMatchObject({ metrics: undefined, financial: { arrUsd: undefined } });
  });

  it.each([
    ['no JSON', 'nonsense', /a\.jsonl, line 2, column 1: not JSON: expected a value here, but found \\?"n\\?"/],
    ['a line that ends too soon', '{"clientId":"sec"', /a\.jsonl, line 2, column 18: not JSON: the line ends too soon/],
    [
      'a field of the wrong kind',
      line('sec', ',"monthsToRenewal":"soon"'),
      /line 2, column 66, months\.0\.monthsToRenewal: use a number/,
    ],
    [
      'satisfaction beyond its scale',
      line('sec', ',"metrics":{"satisfaction":11}'),
      /line 2, column 74, months\.0\.metrics\.satisfaction: must be at most 10; found 11/,
    ],
    ['a client that was there before', line('big-12'), /line 2: \\?"big-12\\?" stands in line 1 already/],
    [
      'a gap between months',
      '{"clientId":"sec","months":[{"month":"2026-01"},{"month":"2026-03"}]}',
      /line 2[\s\S]*gap/,
    ],
  ])('names the line of %s', async (_, bad, message) => {
    await expect(allHistories(file('a.jsonl', `${line('big-12')}\n${bad}\n`))).rejects.toThrow(message);
  });

  it('fails on a damaged archive and on a missing file', async () => {
    await expect(allHistories(file('a.jsonl.gz', 'not gzip'))).rejects.toThrow(/a\.jsonl\.gz is damaged/);
    const whole = gzipSync(line('sec').repeat(200));
    await expect(allHistories(file('a.jsonl.gz', whole.subarray(0, 60)))).rejects.toThrow(/cut off/);
    await expect(allHistories(file('a.jsonl', '\n'))).rejects.toThrow(/holds no client/);
    await expect(allHistories(join(folder, 'none.jsonl'))).rejects.toThrow(/ENOENT/);
  });
});
