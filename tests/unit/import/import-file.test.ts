import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importPortfolioFile, importUsageFile } from '#local/import/import-file.ts';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { currentFacts } from '#shared/domain/facts/fact.ts';
import type { Table } from '#shared/ports/table.ts';
import { announcementOf } from '#shared/store/announcement.ts';
import { clients, contacts, contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { client, day } from '#tests/fixtures/world.ts';

const { clientId: big12 } = client('big-12');

async function world() {
  let time = Date.parse('2026-11-22T15:00:00Z');
  const clock = { now: () => new Date(time), wall: () => new Date(time) };
  const { table, stream } = openSqlite(':memory:', clock);
  await table.commit([clients.put(client('big-12')), clients.put(client('sec'))]);
  return {
    clock,
    table,
    pass: (ms: number) => {
      time += ms;
    },
    /** The clients for which scoring was asked since the last time this was asked. */
    scorings: () => {
      const announced = stream.read(1000);
      stream.acknowledge(announced.map(({ sequence }) => sequence));
      expect(announced.map(({ item }) => announcementOf(item).detailType)).toEqual(
        announced.map(() => 'client.scoring-due'),
      );
      return announced.map(({ item }) => Reflect.get(Object(announcementOf(item).detail), 'clientId'));
    },
    usage: async () => currentFacts(await facts.between(table, big12, day('2026-01-01'), day('2026-12-31'))),
  };
}

const file = (name: string, lines: readonly string[]) => ({ name, bytes: Buffer.from(lines.join('\n')) });
const usageFile = (...rows: string[]) =>
  file('usage.csv', ['clientId,date,product,dailyActiveUsers,travelSavings', ...rows]);
const example = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../../docs/examples/${name}`, import.meta.url)),
});

describe('importing usage', () => {
  it('imports nothing when any row has a problem', async () => {
    const { table, clock, usage, scorings } = await world();
    const bad = usageFile('big-12,2026-11-20,flextime,41,', 'big-12,2026-11-21,flextime,x,');
    expect(await importUsageFile(table, clock, bad)).toMatchObject({ outcome: 'refused', imported: 0 });
    expect(await usage()).toEqual([]);
    expect(scorings()).toEqual([]);
  });

  it('takes no day to come for a measured one, as webhooks do not', async () => {
    const { table, clock } = await world();
    const mistyped = usageFile('big-12,2026-11-20,flextime,41,', 'big-12,2027-11-21,flextime,42,');
    expect(await importUsageFile(table, clock, mistyped)).toMatchObject({
      outcome: 'refused',
      problems: [{ line: 3, column: 2, field: 'date', reason: '2027-11-21 lies in the future' }],
    });
  });

  it('imports the good rows when told to', async () => {
    const { table, clock, usage } = await world();
    const bad = usageFile('big-12,2026-11-20,flextime,41,', 'big-12,2026-11-21,flextime,x,');
    const result = await importUsageFile(table, clock, bad, { keepGood: true });
    expect(result).toMatchObject({
      outcome: 'imported',
      imported: 1,
      unchanged: 0,
      problems: [{ line: 3, column: 4 }],
    });
    expect((await usage()).map(({ detail }) => detail.date)).toEqual(['2026-11-20']);
  });

  it('refuses clients it does not know, in the order of the file', async () => {
    const { table, clock } = await world();
    const rows = ['nobody,2026-11-20,flextime,41,', 'sec,2026-11-20,flextime,x,', 'no-one,2026-11-20,flextime,41,'];
    const { problems } = await importUsageFile(table, clock, usageFile(...rows));
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [2, 'clientId'],
      [3, 'dailyActiveUsers'],
      [4, 'clientId'],
    ]);
    expect(problems[0]?.reason).toBe('no client is called "nobody": import its portfolio row first');
    const kept = usageFile(...rows, 'big-12,2026-11-20,flextime,41,');
    expect(await importUsageFile(table, clock, kept, { keepGood: true })).toMatchObject({ imported: 1 });
  });

  it('changes nothing when the same file comes twice, whatever its format and order', async () => {
    const { table, clock, pass, usage, scorings } = await world();
    const rows = [
      'big-12,2026-11-20,flextime,41,18250.50',
      'big-12,2026-11-21,flextime,8,',
      'sec,2026-11-21,heliix,8,',
    ];
    expect(await importUsageFile(table, clock, usageFile(...rows))).toMatchObject({ imported: 3, unchanged: 0 });
    expect(scorings().sort()).toEqual(['big-12', 'sec']);
    const before = await usage();
    pass(1000);
    expect(await importUsageFile(table, clock, usageFile(...rows.reverse()))).toMatchObject({
      imported: 0,
      unchanged: 3,
    });
    const metrics = { travelSavings: '18250.50', dailyActiveUsers: 41 };
    const json = [{ product: 'flextime', metrics, date: '2026-11-20', clientId: 'big-12' }];
    const again = await importUsageFile(table, clock, file('usage.json', [JSON.stringify(json)]));
    expect(again).toMatchObject({ imported: 0, unchanged: 1 });
    expect(await usage()).toEqual(before);
    expect(scorings()).toEqual([]);
  });

  it('lets a corrected row supersede the earlier one, to and fro, even when the clock is set back', async () => {
    const { table, clock, pass, usage } = await world();
    for (const [passed, people] of [
      [1000, 41],
      [1000, 14],
      [-60_000, 41],
      [0, 14],
    ] as const) {
      pass(passed);
      const corrected = usageFile(`big-12,2026-11-20,flextime,${people},`, 'big-12,2026-11-21,flextime,5,');
      await importUsageFile(table, clock, corrected);
      expect((await usage()).map(({ detail }) => Reflect.get(Object(detail), 'metrics').dailyActiveUsers)).toEqual([
        people,
        5,
      ]);
    }
    expect(await facts.between(table, big12, day('2026-11-20'), day('2026-11-21'))).toHaveLength(5);
  });

  it('can be run again after an interruption, and asks for scoring once all is there', async () => {
    const { table, clock, usage, scorings } = await world();
    const rows = Array.from({ length: 250 }, (_, n) => `big-12,2026-${dayOfYear(n)},flextime,${n},`);
    let commits = 0;
    const failing: Table = {
      ...table,
      commit: async (changes) => {
        if (commits++ === 1) throw new Error('power cut');
        await table.commit(changes);
      },
    };
    await expect(importUsageFile(failing, clock, usageFile(...rows))).rejects.toThrow('power cut');
    expect(scorings()).toEqual([]);
    const seen: number[] = [];
    const onProgress = (done: number, of: number) => seen.push(done / of);
    const { imported, unchanged } = await importUsageFile(table, clock, usageFile(...rows), { onProgress });
    expect(imported + unchanged).toBe(250);
    // The last commit also asks for scoring and records the import: an entry and the head of the audit trail.
    expect(unchanged).toBe(97);
    expect(await usage()).toHaveLength(250);
    expect(scorings()).toEqual(['big-12']);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('throws at a file that is not UTF-8', async () => {
    const { table, clock } = await world();
    const latin = { name: 'usage.csv', bytes: Buffer.from([0x63, 0xe9, 0x0a]) };
    await expect(importUsageFile(table, clock, latin)).rejects.toThrow('save it as UTF-8');
  });
});

describe('importing a portfolio', () => {
  it('stores clients, contracts and contacts, once', async () => {
    const { table, clock, scorings } = await world();
    const first = await importPortfolioFile(table, clock, example('portfolio.csv'));
    expect(first).toEqual({ outcome: 'imported', problems: [], imported: 5, unchanged: 0 });
    expect(scorings()).toEqual(['big-12', 'sec', 'mountain-west', 'american', 'conference-usa']);
    expect(await contracts.current(table, big12)).toMatchObject({ annualValueCents: 42_000_000 });
    expect(await contacts.of(table, big12)).toHaveLength(3);
    for (const name of ['portfolio.csv', 'portfolio.json'])
      expect(await importPortfolioFile(table, clock, example(name))).toMatchObject({ imported: 0, problems: [] });
    expect(scorings()).toEqual([]);
  });

  it('changes what differs, keeps the rest, and asks for a scoring of that client alone', async () => {
    const { table, clock, scorings } = await world();
    await importPortfolioFile(table, clock, example('portfolio.csv'));
    scorings();
    const grown = String(example('portfolio.csv').bytes)
      .replace('active,16,64', 'active,16,80')
      .replaceAll('2028-06-30', '2029-06-30');
    const result = await importPortfolioFile(table, clock, file('portfolio.csv', [grown]));
    expect(result).toMatchObject({ imported: 1, unchanged: 4 });
    expect(await clients.get(table, big12)).toMatchObject({ staffSeats: 80 });
    expect(await contracts.current(table, big12)).toMatchObject({ end: '2029-06-30' });
    expect(scorings()).toEqual(['big-12']);
  });

  it('records new clients as real, and leaves simulated ones labelled as simulated', async () => {
    const { table, clock } = await world();
    await importPortfolioFile(table, clock, example('portfolio.csv'));
    expect(await clients.get(table, big12)).toMatchObject({ provenance: 'simulated' });
    expect(await clients.get(table, client('american').clientId)).toMatchObject({ provenance: 'recorded' });
  });

  it('imports nothing when any row has a problem', async () => {
    const { table, clock } = await world();
    const bad = String(example('portfolio.csv').bytes).replace('conference-usa,Conference USA,', 'conference-usa,,');
    const result = await importPortfolioFile(table, clock, file('portfolio.csv', [bad]));
    expect(result).toMatchObject({
      outcome: 'refused',
      imported: 0,
      problems: [{ line: 6, column: 2, field: 'name' }],
    });
    expect(await clients.get(table, client('american').clientId)).toBeUndefined();
  });
});

it('takes every example file without a problem', async () => {
  const { table, clock } = await world();
  for (const name of ['portfolio.csv', 'portfolio.json'])
    expect(await importPortfolioFile(table, clock, example(name))).toMatchObject({ problems: [] });
  for (const name of ['usage.csv', 'usage.json'])
    expect(await importUsageFile(table, clock, example(name))).toMatchObject({ outcome: 'imported', problems: [] });
});

const dayOfYear = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(5, 10);
