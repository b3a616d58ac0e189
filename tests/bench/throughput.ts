/** Measures on this machine how many events a second the webhook records, and how many clients a second are scored. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signWebhook } from '#local/command/sign-webhook.ts';
import { allHistories } from '#local/evaluation/read-histories.ts';
import { clientOf } from '#shared/domain/facts/fact.ts';
import { fitPeers } from '#shared/domain/health/score/peers.ts';
import { assessHistory } from '#shared/domain/prediction/assess-history.ts';
import { monthIndex } from '#shared/domain/prediction/history/history.ts';
import { panelOf } from '#shared/domain/prediction/history/panel.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { addDays, IsoDate } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { registerJsx } from '#shared/runtime/jsx.ts';

registerJsx();
const { openRuntime } = await import('#local/runtime/runtime.ts');
const { demonstrationClients } = await import('#local/demonstration/portfolio.ts');
const { factsBetween } = await import('#local/demonstration/facts.ts');
const { assessHealth } = await import('#shared/domain/health/assess-health.ts');
const { clients } = await import('#shared/store/client.ts');

const today = IsoDate.parse('2026-11-20');
const now = new Date(`${today}T15:00:00Z`);
const clock: Clock = { now: () => now, wall: () => now };
const secret = `whsec_${Buffer.from('bench').toString('base64')}`;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'csm-bench-'));

const scenario = { seed: 1, startedOn: today };
const portfolio = demonstrationClients(scenario);
const told = [...factsBetween(scenario, addDays(today, -730), today)];

/** Things done a second. */
async function rate(things: number, work: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round((things / (performance.now() - began)) * 1000);
}

const report = (day: number, client: number) => ({
  type: 'usage.reported',
  clientId: `client-${client}`,
  date: addDays(today, -day),
  product: 'flextime',
  metrics: { dailyActiveUsers: 41, schedulingSessions: 96, optimizationRuns: 12, travelSavings: 18250 },
});

async function throughWebhook(file: string, deliveries: number, perDelivery: number) {
  const settings = { operatorAddress: 'operator@heliix.example', dashboardUrl: 'http://localhost:8787' };
  const runtime = openRuntime({ file, clock, log: quiet, secrets: { active: async () => [secret] }, settings });
  const [like] = portfolio;
  if (!like) throw new Error('the demonstration has no clients');
  const names = Array.from({ length: 50 }, (_, n) => ({
    ...like.client,
    clientId: `client-${n}` as typeof like.client.clientId,
  }));
  await runtime.table.commit(names.map(clients.put));
  const bodies = Array.from({ length: deliveries }, (_, n) =>
    JSON.stringify(Array.from({ length: perDelivery }, (_, day) => report(day + Math.floor(n / 50), n % 50))),
  );
  const recorded = await rate(deliveries * perDelivery, async () => {
    for (const body of bodies) {
      const headers = signWebhook(secret, randomUUID(), now, body);
      const { status } = await runtime.app.request('/webhooks/usage', { method: 'POST', headers, body });
      if (status !== 202) throw new Error(`answered ${status}`);
    }
  });
  const announced = await rate(deliveries * perDelivery, () => runtime.drain());
  await runtime.close();
  return { recorded, announced };
}

const scored = portfolio.flatMap(({ client, contract }) => {
  const facts = told.filter((fact) => clientOf(fact) === client.clientId);
  return facts.length > 500 ? [{ client, contract, facts, asOf: today, previous: undefined }] : [];
});
const rounds = 40;
for (const evidence of scored) assessHealth(evidence);
const scoring = await rate(rounds * scored.length, () => {
  for (let round = 0; round < rounds; round++) for (const evidence of scored) assessHealth(evidence);
});

const book = await allHistories('local/evaluation/data/simulated-37.jsonl.gz');
const whole = book.filter(({ months }) => months.length === 36);
const lastMonth = whole[0]?.months.at(-1)?.month;
if (!lastMonth) throw new Error('the simulated portfolio has no client with 36 months');
const peers = fitPeers(book.map(panelOf), monthIndex(lastMonth));
const assessWhole = () => {
  for (const history of whole) assessHistory(history, lastMonth, peers, shippedModel);
};
for (let round = 0; round < 20; round++) assessWhole();
const monthly = await rate(rounds * whole.length, () => {
  for (let round = 0; round < rounds; round++) assessWhole();
});

const file = await throughWebhook(join(folder, 'single.sqlite'), 2_000, 1);
const arrays = await throughWebhook(join(folder, 'arrays.sqlite'), 100, 90);
const memory = await throughWebhook(':memory:', 2_000, 1);
rmSync(folder, { recursive: true });

console.table({
  'webhook into a SQLite file, one event a delivery': { 'per second': file.recorded },
  'webhook into a SQLite file, 90 events a delivery': { 'per second': arrays.recorded },
  'webhook into SQLite in memory, one event a delivery': { 'per second': memory.recorded },
  'announced, delivered and re-scored (coalesced), from a file': { 'per second': file.announced },
  [`clients scored with evidence, 24 months of daily facts (${scored[0]?.facts.length} facts)`]: {
    'per second': scoring,
  },
  'clients assessed from monthly histories of 36 months: score, trend, renewal': { 'per second': monthly },
});
