import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { allHistories } from '#local/evaluation/read-histories.ts';
import { clientOf } from '#shared/domain/facts/fact.ts';
import { assessHealth } from '#shared/domain/health/assess-health.ts';
import { fitPeers } from '#shared/domain/health/score/peers.ts';
import { assessHistory } from '#shared/domain/prediction/assess-history.ts';
import { monthIndex } from '#shared/domain/prediction/history/history.ts';
import { panelOf } from '#shared/domain/prediction/history/panel.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { clients } from '#shared/store/client.ts';
import { benchClient, benchWorld, today, usageReport } from './bench-world.ts';
import { type Row, rounded } from './row.ts';

const { demonstrationClients } = await import('#local/demonstration/portfolio.ts');
const { factsBetween } = await import('#local/demonstration/facts.ts');
const rounds = 40;

/** How many events and clients a second are worked off: by whole deliveries, and by the bare domain functions. */
export async function measureScoring(folder: string): Promise<Row[]> {
  return [...(await measureArrays(join(folder, 'arrays.sqlite'))), measureDaily(), await measureMonthly()];
}

/** Things done a second. */
async function rate(things: number, work: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await work();
  return (things / (performance.now() - began)) * 1000;
}

async function measureArrays(file: string): Promise<Row[]> {
  const [deliveries, perDelivery] = [100, 90];
  const world = benchWorld(file);
  await world.table.commit(Array.from({ length: 50 }, (_, n) => clients.put(benchClient(n))));
  const events = deliveries * perDelivery;
  const recorded = await rate(events, async () => {
    for (let n = 0; n < deliveries; n++) {
      const reports = Array.from({ length: perDelivery }, (_, day) => usageReport(n % 50, day + Math.floor(n / 50)));
      await world.post('usage', randomUUID(), reports);
    }
  });
  const announced = await rate(events, () => world.drain());
  await world.close();
  return [
    { what: 'events recorded, 90 a delivery, into a SQLite file', value: `${rounded(recorded)} a second` },
    {
      what: 'events announced, delivered and re-scored (coalesced), from a file',
      value: `${rounded(announced)} a second`,
    },
  ];
}

function measureDaily(): Row {
  const scenario = { seed: 1, startedOn: today };
  const told = [...factsBetween(scenario, addDays(today, -730), today)];
  const scored = demonstrationClients(scenario).flatMap(({ client, contract }) => {
    const facts = told.filter((fact) => clientOf(fact) === client.clientId);
    return facts.length > 500
      ? [{ client, contract, facts, asOf: today, previous: undefined, model: shippedModel }]
      : [];
  });
  const assess = () => {
    for (const evidence of scored) assessHealth(evidence);
  };
  // About as many clients as the monthly histories below have to get warm, and to be measured.
  for (let round = 0; round < 3 * rounds; round++) assess();
  const begun = performance.now();
  for (let round = 0; round < 6 * rounds; round++) assess();
  const perSecond = ((6 * rounds * scored.length) / (performance.now() - begun)) * 1000;
  const against = `${scored[0]?.facts.length} facts of 24 months (simulated)`;
  return {
    what: 'clients assessed from daily facts: score, trend, renewal, sentences of evidence',
    value: `${rounded(perSecond)} a second`,
    against,
  };
}

async function measureMonthly(): Promise<Row> {
  const book = await allHistories('local/evaluation/data/simulated-37.jsonl.gz');
  const whole = book.filter(({ months }) => months.length === 36);
  const lastMonth = whole[0]?.months.at(-1)?.month;
  if (!lastMonth) throw new Error('the simulated portfolio has no client with 36 months');
  const peers = fitPeers(book.map(panelOf), monthIndex(lastMonth));
  const assess = () => {
    for (const history of whole) assessHistory(history, lastMonth, peers, shippedModel);
  };
  for (let round = 0; round < 20; round++) assess();
  const perSecond = await rate(rounds * whole.length, () => {
    for (let round = 0; round < rounds; round++) assess();
  });
  const what = 'clients assessed from monthly histories: score, trend, renewal';
  return { what, value: `${rounded(perSecond)} a second`, against: '36 months (simulated)' };
}
