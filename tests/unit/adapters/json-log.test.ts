import { expect, it } from 'vitest';
import { jsonLog } from '#shared/adapters/json-log.ts';

it('writes one JSON object a line, which nothing in it can break or forge', () => {
  const lines: string[] = [];
  const log = jsonLog({ write: (line) => lines.push(line) });
  log.info('one', { id: 'a\nb', level: 'FATAL' });
  log.error('two');
  expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'INFO', message: 'one', id: 'a\nb' },
    { level: 'ERROR', message: 'two', timestamp: expect.stringMatching(/Z$/) },
  ]);
});
