import { join } from 'node:path';
import { clients } from '#shared/store/client.ts';
import { benchClient, benchWorld, usageReport } from './bench-world.ts';
import { type Row, rounded } from './row.ts';

const deliveries = 3_000;

/** Signed webhooks of one event each, one after the other on one core: how many a second, and how long the slow ones take. */
export async function measureWebhooks(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [where, file] of [
    ['into a SQLite file', join(folder, 'webhooks.sqlite')],
    ['into SQLite in memory', ':memory:'],
  ] as const) {
    const world = benchWorld(file);
    await world.table.commit(Array.from({ length: 50 }, (_, n) => clients.put(benchClient(n))));
    const took: number[] = [];
    for (let n = 0; n < deliveries; n++) {
      const begun = performance.now();
      await world.post('usage', `delivery-${n}`, usageReport(n % 50, Math.floor(n / 50)));
      took.push(performance.now() - begun);
    }
    await world.close();
    const sorted = took.slice(200).toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    const perSecond = (sorted.length / sorted.reduce((sum, ms) => sum + ms, 0)) * 1000;
    rows.push({
      what: `signed webhooks ${where}, one event each, one core`,
      value: `${rounded(perSecond)} a second`,
      against: `p50 ${rounded(at(0.5))} ms, p99 ${rounded(at(0.99))} ms`,
    });
  }
  return rows;
}
