import { describe, expect, it } from 'vitest';
import { withPlainLines } from '#local/import/source-format.ts';
import { readUsage } from '#local/import/usage-rows.ts';

const header = 'clientId,date,product,dailyActiveUsers,travelSavings,hoursSaved,featureAdoption.travel';
const csv = (...rows: string[]) => readUsage([header, ...rows].join('\n'), 'csv');
const values = ({ good }: ReturnType<typeof readUsage>) => good.map(({ value }) => value);

describe('usage as CSV', () => {
  it('is read into reports, an empty cell being a figure not measured', () => {
    expect(values(csv('big-12,2026-11-20,flextime,41,18250.5,,0.94', 'big-12,2026-11-20,heliix,,,31.5,'))).toEqual([
      {
        clientId: 'big-12',
        date: '2026-11-20',
        product: 'flextime',
        metrics: { dailyActiveUsers: 41, travelSavingsCents: 1_825_050, featureAdoption: { travel: 0.94 } },
      },
      { clientId: 'big-12', date: '2026-11-20', product: 'heliix', metrics: { hoursSaved: 31.5 } },
    ]);
  });

  it('is read as spreadsheets write it: byte order mark, CRLF, quotes, commas in numbers, empty lines and cells at the end', () => {
    const rows = [
      'clientId, date ,product,travelSavings,,',
      '"big-12","2026-11-20",flextime,"$18,250.50 ",,',
      ',,,,,',
      '',
    ];
    const { good, problems } = readUsage(withPlainLines(`\uFEFF${rows.join('\r\n')}\r\n`), 'csv');
    expect(problems).toEqual([]);
    expect(good[0]?.value.metrics).toEqual({ travelSavingsCents: 1_825_050 });
  });

  it.each([
    [
      'Big 12,2026-11-20,flextime,1,,,',
      1,
      'clientId',
      'use lower-case letters, digits and single hyphens, for example "big-12"; found "Big 12"',
    ],
    [',2026-11-20,flextime,1,,,', 1, 'clientId', 'is missing'],
    [
      'sec,11/20/2026,flextime,1,,,',
      2,
      'date',
      'use a real date as YYYY-MM-DD, for example 2026-11-20; found "11/20/2026"',
    ],
    [
      'sec,2026-02-30,flextime,1,,,',
      2,
      'date',
      'use a real date as YYYY-MM-DD, for example 2026-11-20; found "2026-02-30"',
    ],
    ['sec,2026-11-20,Flextime,1,,,', 3, 'product', 'use one of: flextime, heliix; found "Flextime"'],
    ['sec,2026-11-20,,1,,,', 3, 'product', 'use one of: flextime, heliix'],
    ['sec,2026-11-20,flextime,4.5,,,', 4, 'dailyActiveUsers', 'use a whole number; found 4.5'],
    ['sec,2026-11-20,flextime,-1,,,', 4, 'dailyActiveUsers', 'must be at least 0; found -1'],
    [
      'sec,2026-11-20,flextime,1e3,,,',
      4,
      'dailyActiveUsers',
      'use a number without units, such as 18250 or 0.94; found "1e3"',
    ],
    [
      'sec,2026-11-20,flextime,"1,5",,,',
      4,
      'dailyActiveUsers',
      'use a number without units, such as 18250 or 0.94; found "1,5"',
    ],
    [
      'sec,2026-11-20,flextime,,"18.250,50",,',
      5,
      'travelSavings',
      'use dollars from 0 to 999999999.99 with at most two decimals, for example 18250 or 18250.50; found "18.250,50"',
    ],
    [
      'sec,2026-11-20,flextime,,1.005,,',
      5,
      'travelSavings',
      'use dollars from 0 to 999999999.99 with at most two decimals, for example 18250 or 18250.50; found "1.005"',
    ],
    [
      'sec,2026-11-20,flextime,1,,,94%',
      7,
      'featureAdoption.travel',
      'use a number without units, such as 18250 or 0.94; found "94%"',
    ],
    ['sec,2026-11-20,flextime,1,,,94', 7, 'featureAdoption.travel', 'must be at most 1; found 94'],
    ['sec,2026-11-20,heliix,1,100,,', 5, 'travelSavings', '"travelSavings" does not belong in this row: leave it out'],
    ['sec,2026-11-20,flextime,1,,3,', 6, 'hoursSaved', '"hoursSaved" does not belong in this row: leave it out'],
    ['sec,2026-11-20,flextime', 4, 'dailyActiveUsers', 'report at least one metric'],
    ['sec,2026-11-20,flextime,1,,,,,x', 9, undefined, 'this cell has no column: is there a comma too many before it?'],
    [
      'sec,2026-11-20,flextime,4"1,,,',
      4,
      undefined,
      'a double quote inside a cell: put the cell in quotes and write the quote twice; nothing from here on was read',
    ],
    [
      'sec,2026-11-20,flextime,"4"1,,,',
      4,
      undefined,
      'text after the closing quote of a cell: a quote inside it is written twice; nothing from here on was read',
    ],
    [
      'sec,2026-11-20,flextime,"41,,,',
      4,
      undefined,
      'a double quote opens this cell and is never closed; nothing from here on was read',
    ],
  ])('reports %s in line 3, column %i', (row, column, field, reason) => {
    const { problems } = csv('big-12,2026-11-20,flextime,41,,,', row);
    expect(problems).toEqual([{ line: 3, column, reason, ...(field ? { field } : {}) }]);
  });

  it('reports every problem of a file, in its order, and counts lines as an editor does', () => {
    const { good, problems } = csv(
      '',
      'sec,bad,flextime,x,,,',
      'big-12,2026-11-20,"flextime\n",1,,,',
      '',
      'sec,worse,flextime,1,,,',
    );
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 2],
      [3, 4],
      [7, 2],
    ]);
    expect(good.map(({ place }) => place([]).line)).toEqual([4]);
  });

  it('reports the second row about the same client, day and product', () => {
    const { good, problems } = csv(
      'sec,2026-11-20,flextime,1,,,',
      'sec,2026-11-20,heliix,1,,,',
      'sec,2026-11-20,flextime,2,,,',
    );
    expect(problems).toEqual([{ line: 4, column: 1, reason: 'has the same client, date and product as line 2' }]);
    expect(good).toHaveLength(2);
  });

  it.each([
    ['clientId,date,product,users', [[4, 'users', 'no such column; see docs/importing.md']]],
    ['clientId,date,product,hoursSaved,hoursSaved', [[5, 'hoursSaved', 'this column is there twice']]],
    ['clientId,product', [[3, 'date', 'this column is missing']]],
    [
      'clientId;date;product',
      [
        [1, 'clientId;date;product', 'separate columns by commas'],
        [2, 'clientId', 'this column is missing'],
        [2, 'date', 'this column is missing'],
        [2, 'product', 'this column is missing'],
      ],
    ],
  ])('reports a wrong header in line 1: %s', (line, expected) => {
    const { problems } = readUsage(`${line}\n`, 'csv');
    expect(problems).toEqual(expected.map(([column, field, reason]) => ({ line: 1, column, field, reason })));
  });

  it('reports an empty file', () => {
    expect(readUsage('', 'csv').problems).toEqual([{ line: 1, column: 1, reason: 'the file is empty' }]);
  });
});
