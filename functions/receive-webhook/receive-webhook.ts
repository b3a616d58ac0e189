import { eventsFrom, webhookSources } from '#events/catalogue.ts';
import { type Deps, defineHttpFunction } from '#functions/define-function.ts';
import { isAppError } from '#shared/domain/errors.ts';
import { latestDate } from '#shared/domain/facts/fact.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { businessTime } from '#shared/ports/clock.ts';
import { webhookSecret } from '#shared/ports/secrets.ts';
import { clients } from '#shared/store/client.ts';
import { type Delivery, deliveries } from '#shared/store/delivery.ts';
import { facts } from '#shared/store/fact.ts';
import { readFacts } from './read-facts.ts';
import { readSigned, sha256 } from './signature.ts';

export const receiveWebhook = defineHttpFunction({
  name: 'receive-webhook',
  purpose: 'Takes signed reports from other systems: records each fact once, or quarantines what it cannot read.',
  routes: [{ route: 'POST /webhooks/{source}', access: 'signed' }],
  needs: ['table:write', 'personal-data:open', 'secrets:read'],
  partitions: ['INBOX#', 'CLIENT#'],
  secrets: webhookSources.map(webhookSecret),
  run: receive,
});

const largestBody = 256 * 1024;
const answer = (status: number, body: object) => Response.json(body, { status });

async function receive(
  deps: Deps<'table:write' | 'personal-data:open' | 'secrets:read'>,
  request: Request,
  { source = '' }: Readonly<Record<string, string>>,
): Promise<Response> {
  const refuse = (status: number, error: string) => {
    const measured = { values: { RefusedWebhooks: 1 }, by: String(status) };
    deps.log.warn('webhook refused', { source: source.slice(0, 40), status, measured });
    return answer(status, { error });
  };
  if (eventsFrom(source).size === 0) return refuse(404, `no webhook source is called "${source}"`);
  const body = new Uint8Array(await request.arrayBuffer());
  if (body.length > largestBody) return refuse(413, 'a delivery may hold at most 256 KB');

  const secrets = await deps.secrets.active(webhookSecret(source));
  const signed = readSigned(request.headers, body, secrets, deps.clock.wall());
  if ('refused' in signed) return refuse(signed.status, signed.refused);
  return record(deps, source, signed.webhookId, signed.sentAt, body);
}

/** One commit holds the claim of the delivery and every fact it brings, so a delivery is recorded whole or not at all. */
async function record(
  { table, clock, log }: Deps<'table:write'>,
  source: string,
  webhookId: string,
  sentAt: Date,
  body: Uint8Array,
): Promise<Response> {
  const about = { source, webhookId, bodyHash: sha256(body), receivedAt: instantOf(clock.now()) };
  const known = await deliveries.get(table, source, webhookId);
  if (known) return answerAgain(known, about.bodyHash);

  const text = new TextDecoder().decode(body);
  const latest = latestDate(clock.now());
  const delivery = { source, webhookId, recordedAt: businessTime(clock, sentAt), latest };
  const { facts: read, problems } = await readFacts(text, delivery, (ids) => clients.known(table, ids));
  const claim: Delivery =
    problems.length === 0
      ? { ...about, outcome: 'accepted' }
      : { ...about, outcome: 'quarantined', problems, body: text };
  try {
    await table.commit([deliveries.claim(claim), ...(problems.length === 0 ? read.map(facts.announce) : [])]);
  } catch (error) {
    const meanwhile = isAppError(error, 'table.conflict') && (await deliveries.get(table, source, webhookId));
    if (meanwhile) return answerAgain(meanwhile, about.bodyHash);
    throw error;
  }
  log.info('webhook delivery recorded', { source, webhookId, outcome: claim.outcome, facts: read.length });
  return problems.length === 0
    ? answer(202, { status: 'accepted', facts: read.length })
    : answer(202, { status: 'quarantined', problems });
}

const answerAgain = (known: Delivery, bodyHash: string) =>
  known.bodyHash === bodyHash
    ? answer(200, { status: 'duplicate' })
    : answer(409, { error: 'this webhook-id came before with another body' });
