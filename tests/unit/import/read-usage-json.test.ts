import { describe, expect, it } from 'vitest';
import { readUsage } from '#local/import/usage-rows.ts';

const realDate = 'use a real date as YYYY-MM-DD, for example 2026-11-20';
const about = (date = '"2026-11-20"') => `"clientId":"sec","date":${date},"product":"heliix"`;

describe('usage as JSON', () => {
  const row = '{"clientId":"big-12","date":"2026-11-20","product":"flextime","metrics":{"travelSavings":18250.5}}';

  it('is the body of the webhook, with its type or without', () => {
    const { good, problems } = readUsage(
      `[${row},\n{"type":"usage.reported",${row.slice(1).replace('-20', '-21')}]`,
      'json',
    );
    expect(problems).toEqual([]);
    expect(good.map(({ value }) => value.metrics)).toEqual(Array(2).fill({ travelSavingsCents: 1_825_050 }));
  });

  it.each([
    [
      'a date that does not exist',
      `{${about('¦"2026-11-31"')},"metrics":{"hoursSaved":1}}`,
      'date',
      `${realDate}; found "2026-11-31"`,
    ],
    [
      'the last of two dates',
      `{${about('"2026-11-20"')},"metrics":{"hoursSaved":1},"date": ¦"x"}`,
      'date',
      `${realDate}; found "x"`,
    ],
    ['a missing date', '¦{"clientId":"sec","product":"heliix","metrics":{"hoursSaved":1}}', 'date', 'is missing'],
    [
      'text for a number',
      `{${about()},"metrics":{"hoursSaved":\n\t ¦"1"}}`,
      'metrics.hoursSaved',
      'use a number without units, such as 18250 or 0.94; found "1"',
    ],
    ['no figure', `{${about()},"metrics":¦{}}`, 'metrics', 'report at least one metric'],
    ['no metrics', `¦{${about()}}`, 'metrics', 'report at least one metric'],
    [
      'an unknown field, its name escaped',
      `{${about()},"metrics":{"hoursSaved":1,"\\u0041":¦[{}, "]"]}}`,
      'metrics.A',
      '"A" does not belong in this row: leave it out',
    ],
    [
      'another event',
      `{"type": ¦"usage",${about()},"metrics":{"hoursSaved":1}}`,
      'type',
      '"type" does not belong in this row: leave it out',
    ],
    [
      'a share beyond 1',
      `{${about()},"metrics":{"featureAdoption":{"travel":0.2,"policy":¦1.2}}}`,
      'metrics.featureAdoption.policy',
      'must be at most 1; found 1.2',
    ],
    [
      'a feature that does not exist',
      `{${about()},"metrics":{"featureAdoption":{"magic":¦0.2}}}`,
      'metrics.featureAdoption.magic',
      '"magic" does not belong in this row: leave it out',
    ],
    ['no object', '¦5', undefined, 'use an object; found 5'],
  ])('reports %s where it stands', (_, wrong, field, reason) => {
    const marked = `[\n  ${row},\n  ${wrong}\n]\n`;
    const [before = ''] = marked.split('¦');
    const place = { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
    const { problems } = readUsage(marked.replace('¦', ''), 'json');
    expect(problems).toEqual([{ ...place, ...(field ? { field } : {}), reason }]);
  });

  it.each([
    ['', 1, 1, 'a value here, but the file ends'],
    ['[1,\n]', 2, 1, 'a value here, but found "]"'],
    ['[\n {"a": tru}]', 2, 8, 'a value here, but found "t"'],
    ['[\n {"a" 1}]', 2, 7, '":" here, but found "1"'],
    ['[\n {a: 1}]', 2, 3, 'a name in double quotes here, but found "a"'],
    ['[{"a": 1},\n {"b": 2}', 2, 10, '"," or "]" here, but the file ends'],
    ['[{"a": "x\ny"}]', 1, 8, 'a value here, but found "\\""'],
    ['[01]', 1, 2, 'a value here, but found "0"'],
    ['[1]\nx', 2, 1, 'nothing after the end of the array'],
  ])('reports where %j stops being JSON', (text, line, column, expected) => {
    expect(readUsage(text, 'json').problems).toEqual([{ line, column, reason: `not JSON: expected ${expected}` }]);
  });

  it('is an array', () => {
    const reason = 'expected an array: "[" before the first row, "]" after the last';
    expect(readUsage(`\n ${row}`, 'json').problems).toEqual([{ line: 2, column: 2, reason }]);
  });
});
