/**
 * Measures on this machine, with the table in memory: mails planned, written, checked and sent a second; what each costs in
 * table operations and requests to the mail service; and how long a critical ticket takes to become a mail.
 */
import type { Deps } from '#functions/define-function.ts';
import { parseFact } from '#shared/domain/facts/fact.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Table } from '#shared/ports/table.ts';
import { registerJsx } from '#shared/runtime/jsx.ts';

registerJsx();
const { openRuntime } = await import('#local/runtime/runtime.ts');
const { mailFunctions } = await import('#local/demonstration/replay-mail.ts');
const { demonstrationClients } = await import('#local/demonstration/portfolio.ts');
const { factsBetween } = await import('#local/demonstration/facts.ts');
const { clients, contacts, contracts } = await import('#shared/store/client.ts');
const { facts } = await import('#shared/store/fact.ts');

/** A Thursday on which the reviews of September are due, at ten in Chicago. */
const today = IsoDate.parse('2026-10-01');
let time = Date.parse(`${today}T15:00:00Z`);
const clock = { now: () => new Date(time), wall: () => new Date(time) };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const counts = { reads: 0, queries: 0, commits: 0, sent: 0 };
let lastSentAt = 0;
const count = <T>(of: 'reads' | 'queries' | 'commits', made: () => T): T => {
  counts[of]++;
  return made();
};
const counted = (table: Table): Table => ({
  get: (key) => count('reads', () => table.get(key)),
  getAll: (keys) => count('reads', () => table.getAll(keys)),
  query: (query) => count('queries', () => table.query(query)),
  commit: (changes) => count('commits', () => table.commit(changes)),
});
const mailer: Deps['mailer'] = {
  turn: async () => undefined,
  send: async ({ sendId }) => {
    counts.sent++;
    lastSentAt = performance.now();
    return { messageId: `bench-${sendId}` };
  },
};

const runtime = openRuntime({
  file: ':memory:',
  clock,
  log: quiet,
  mailer,
  secrets: { active: async () => [`whsec_${Buffer.from('bench').toString('base64')}`] },
  settings: {
    operatorAddress: 'operator@heliix.example',
    fromAddress: 'success@heliix.example',
    postalAddress: 'HELiiX AI Solutions, 1 Example Street, Example City',
    dashboardUrl: 'https://success.heliix.example',
  },
  functions: mailFunctions,
  disturb: (everything) => ({ ...everything, table: counted(everything.table) }),
});

/** Sixty offices like those of the demonstration, each with a year of daily reports. */
const offices = 60;
const scenario = { seed: 1, startedOn: today };
const told = [...factsBetween(scenario, addDays(today, -365), addDays(today, -1))];
const active = demonstrationClients(scenario).filter(({ client }) => client.status === 'active');
for (let office = 0; office < offices; office++) {
  const like = active[office % active.length];
  if (!like?.contract) throw new Error('the demonstration has active clients with contracts');
  const clientId = ClientId.parse(`office-${office}`);
  const own = told.filter(({ detail }) => detail.clientId === like.client.clientId);
  const changes = [
    clients.put({ ...like.client, clientId, name: `Office ${String.fromCharCode(65 + (office % 26))}${office}` }),
    contracts.put({ ...like.contract, clientId }),
    ...like.contacts.map((contact) => contacts.put({ ...contact, clientId })),
    ...own.map((fact) =>
      facts.record(parseFact({ ...fact, factId: `${office}-${fact.factId}`, detail: { ...fact.detail, clientId } })),
    ),
  ];
  for (let at = 0; at < changes.length; at += 90) await runtime.table.commit(changes.slice(at, at + 90));
}

const began = process.cpuUsage();
for (let hour = 0; hour < 36; hour += 4) {
  await runtime.wakeDue();
  await runtime.drain();
  time += 4 * 3_600_000;
}
const { user, system } = process.cpuUsage(began);
const seconds = (user + system) / 1e6;
const each = (count: number) => (count / counts.sent).toFixed(1);
console.log(`${counts.sent} mails to ${offices} offices, a year of reports each, planned over two days`);
console.log(`planned, written, checked and sent: ${Math.round(counts.sent / seconds)} mails a second of one core`);
console.log(
  `for each mail: ${each(counts.reads)} reads, ${each(counts.queries)} queries, ${each(counts.commits)} commits, 1 request to SES`,
);

const latencies: number[] = [];
for (let office = 0; office < 20; office++) {
  const detail = {
    clientId: `office-${office}`,
    date: today,
    ticketId: `T-${office}`,
    severity: 'critical',
    category: 'integration',
  };
  const ticket = parseFact({
    factId: `ticket-${office}`,
    type: 'ticket.opened',
    recordedAt: instantOf(clock.now()),
    detail,
  });
  const opened = performance.now();
  await runtime.table.commit([facts.announce(ticket)]);
  await runtime.drain();
  latencies.push(lastSentAt - opened);
}
latencies.sort((a, b) => a - b);
console.log(
  `a critical ticket to its last mail: ${Math.round(latencies[10] ?? 0)} ms median, ${Math.round(latencies.at(-1) ?? 0)} ms at most`,
);
await runtime.close();
