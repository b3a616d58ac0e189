import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Deps, FunctionDefinition } from '#functions/define-function.ts';
import type { Disorder } from '#local/runtime/local-bus.ts';
import { openRuntime, type Runtime } from '#local/runtime/runtime.ts';
import { Client, Contract } from '#shared/domain/clients/client.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { clients, contracts } from '#shared/store/client.ts';

const secret = 'whsec_c2VjcmV0LW9mLXRoZS1qb3VybmV5LXRlc3Rz';

/** The whole system in one process at a fixed time, which only `advance` moves. */
export interface World extends Runtime {
  advance(ms: number): void;
  /** Signs with an implementation of Standard Webhooks that is not ours, and posts. */
  post(source: string, body: unknown, webhookId?: string): Promise<Response>;
}

interface Circumstances {
  readonly at?: string;
  readonly file?: string;
  readonly functions?: readonly FunctionDefinition[];
  readonly disorder?: Disorder;
  readonly log?: Log;
  readonly mailer?: Mailer;
  readonly disturb?: (everything: Deps) => Deps;
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

export function world({
  at = '2026-11-20T15:00:00.000Z',
  file = ':memory:',
  log = quiet,
  ...rest
}: Circumstances = {}): World {
  let now = Date.parse(at);
  const clock = { now: () => new Date(now), wall: () => new Date(now) };
  const runtime = openRuntime({
    ...rest,
    file,
    clock,
    log,
    secrets: { active: async () => [secret] },
    settings: {
      operatorAddress: 'operator@heliix.example',
      fromAddress: 'success@heliix.example',
      postalAddress: 'HELiiX AI Solutions, 1 Example Street, Example City',
      dashboardUrl: 'http://localhost:8787',
    },
    retryAfterMs: () => 0,
  });
  return {
    ...runtime,
    advance: (ms) => {
      now += ms;
    },
    async post(source, report, webhookId = randomUUID()) {
      const body = JSON.stringify(report);
      const headers = {
        'webhook-id': webhookId,
        'webhook-timestamp': String(Math.floor(now / 1000)),
        'webhook-signature': new Webhook(secret).sign(webhookId, clock.wall(), body),
      };
      return runtime.app.request(`/webhooks/${source}`, { method: 'POST', headers, body });
    },
  };
}

/** A conference with a contract, and nothing else known of it. */
export async function aClient({ table }: Runtime, id = 'big-12'): Promise<ClientId> {
  const clientId = ClientId.parse(id);
  const client = Client.parse({
    clientId,
    name: 'Big 12',
    type: 'power-conference',
    status: 'active',
    memberSchools: 16,
    staffSeats: 40,
    services: ['flextime'],
    timeZone: 'America/Chicago',
    fiscalYearEnd: '06-30',
    provenance: 'recorded',
  });
  const contract = Contract.parse({ clientId, start: '2025-07-01', end: '2027-06-30', annualValueCents: 24_000_000 });
  await table.commit([clients.put(client), contracts.put(contract)]);
  return clientId;
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
