import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { webhookSources } from '#events/catalogue.ts';
import { receiveWebhook } from '#functions/receive-webhook/receive-webhook.ts';
import { randomFrom } from '#local/demonstration/random.ts';
import type { Change, Table } from '#shared/ports/table.ts';
import { httpApp } from '#shared/runtime/http.ts';
import { replayed, replayLine } from '#tests/fixtures/crash-plan.ts';
import { client, type World, world } from '#tests/fixtures/world.ts';
import { sized } from './size.ts';

const suite = 'tests/faults/webhooks.test.ts';
const alone = replayed(process.env.CSM_FAULTS);
const seed = alone?.seed ?? 11;
const stories = alone ? [alone.story] : Array.from({ length: sized(200_000, 2_000) }, (_, story) => story);
const secrets = ['one', 'two'].map((text) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`);
const now = new Date('2026-11-20T15:00:00Z');
const seconds = now.getTime() / 1000;

const report = { type: 'survey.answered', clientId: 'american', date: '2026-11-18', surveyId: 's-1', score: 8 };

/** A request, and whether it is signed as it must be. */
interface Shot {
  readonly path: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  readonly valid: boolean;
}

/** One request of the endless kinds that may arrive: a good one, of which one or two things are then not good. */
function shotOf(story: number): Shot {
  const random = randomFrom(seed, story);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const bytes = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
  const text = () =>
    bytes(Math.floor(random() * 40))
      .toString('latin1')
      .replaceAll(/[^\x21-\x7e]/g, '');

  const source = pick([...webhookSources]);
  const bodies: readonly (() => Buffer)[] = [
    () => Buffer.from(JSON.stringify(source === 'survey' ? report : { type: `${source}.x` })),
    () => Buffer.from(JSON.stringify([{ ...report, score: pick([0, 1e308, -1, 'x', null, {}, [[]]]) }])),
    () => Buffer.from(JSON.stringify(report).slice(0, Math.floor(random() * 90))),
    () => Buffer.from('['.repeat(1 + Math.floor(random() * 5_000))),
    () => Buffer.from(`{"__proto__":{"type":"survey.answered"},"constructor":${random()}}`),
    () => bytes(Math.floor(random() * 300)),
    () => Buffer.alloc(0),
    () => Buffer.from(JSON.stringify(Array.from({ length: 1 + Math.floor(random() * 120) }, () => report))),
  ];
  const body = (random() < 0.5 ? bodies[0] : pick(bodies))?.() ?? Buffer.alloc(0);
  const id = pick([`w-${Math.floor(random() * 500)}`, `${text()}x`]).replaceAll('#', '');
  const at = String(seconds + Math.floor(random() * 500) - 250);
  const sign = (secret: string, signed = body, stamp = at, of = id) =>
    `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${of}.${stamp}.`)
      .update(signed)
      .digest('base64')}`;
  const good = sign(pick(secrets));
  const shot = {
    path: `/webhooks/${source}`,
    method: 'POST',
    headers: { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': good },
    body,
    valid: true,
  };
  if (random() < 0.2) return shot;

  const stranger = `whsec_${bytes(32).toString('base64')}`;
  const flipped = () => {
    const raw = Buffer.from(good.slice(3), 'base64');
    const place = Math.floor(random() * raw.length);
    raw[place] = (raw[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    return `v1,${raw.toString('base64')}`;
  };
  const stale = String(seconds + pick([-301, 301, -86_400, 1e6]));
  const spoiled: readonly (() => Partial<Shot> & { readonly header?: Record<string, string | undefined> })[] = [
    () => ({ header: { 'webhook-signature': sign(stranger) } }),
    () => ({ header: { 'webhook-signature': flipped() } }),
    () => ({ header: { 'webhook-signature': good.slice(0, 3 + Math.floor(random() * 40)) } }),
    () => ({ header: { 'webhook-signature': pick(['', ' ', 'v1', 'v1,', 'v2,AAAA', `v1a,${text()}`, text()]) } }),
    () => ({ header: { 'webhook-signature': good.replace('v1,', pick(['v0,', 'v1 ', 'V1,', 'v1a,'])) } }),
    () => ({ header: { 'webhook-signature': Array.from({ length: 200 }, () => `v1,${text()}`).join(' ') } }),
    () => ({ header: { 'webhook-signature': sign(pick(secrets), bytes(20)) } }),
    () => ({ header: { 'webhook-signature': sign(pick(secrets), body, stale), 'webhook-timestamp': stale } }),
    () => ({
      header: {
        'webhook-timestamp': pick(['', '0', `${at}.0`, `+${at}`, ` ${seconds + 7}`, '1e9', `${at}0`, 'now', text()]),
      },
    }),
    () => ({ header: { 'webhook-id': `${id}y` } }),
    () => ({ header: { 'webhook-id': pick(['', '#', 'a#b', 'x'.repeat(200)]) } }),
    () => ({ header: { [pick(['webhook-id', 'webhook-timestamp', 'webhook-signature'])]: undefined } }),
    () => ({ body: Buffer.concat([body, Buffer.from(pick([' ', '\n', '\0', '{}']))]) }),
    () => ({ path: `/webhooks/${encodeURIComponent(text())}z` }),
    () => ({
      path: pick([
        '/webhooks',
        '/webhooks/',
        '/webhooks//survey',
        '/webhooks/survey/x',
        '/webhooks/%2e%2e',
        '/webhooks/SURVEY',
        '/webhooks/__proto__',
        '/webhooks/constructor',
      ]),
    }),
    () => ({ method: pick(['GET', 'PUT', 'DELETE', 'PATCH']) }),
    () => ({ body: Buffer.alloc(256 * 1024 + 1 + Math.floor(random() * 100), 'x') }),
  ];
  // The last kind is heavy and always the same.
  const { header = {}, ...rest } = pick(random() < 0.999 ? spoiled.slice(0, -1) : spoiled)();
  const headers = Object.fromEntries(
    Object.entries({ ...shot.headers, ...header }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return { ...shot, ...rest, headers, valid: false };
}

describe('any request to a webhook', () => {
  let here: World;
  let written: Change[] = [];
  let app: ReturnType<typeof httpApp>;
  beforeAll(async () => {
    here = await world({ now, clients: [client('american')] });
    const counting: Table = {
      ...here.table,
      commit: async (changes) => {
        await here.table.commit(changes);
        written.push(...changes);
      },
    };
    app = httpApp([receiveWebhook], { ...here, table: counting, secrets: { active: async () => secrets } } as never);
  });

  it('is never answered with a server error, and changes nothing without a valid signature', {
    timeout: 900_000,
  }, async () => {
    const wrong: string[] = [];
    const seen = new Map<number, number>();
    let accepted = 0;
    for (const story of stories) {
      const { path, method, headers, body, valid } = shotOf(story);
      written = [];
      const carried = method === 'GET' ? {} : { body: new Uint8Array(body) };
      const { status } = await app.request(`http://localhost${path}`, { method, headers, ...carried });
      seen.set(status, (seen.get(status) ?? 0) + 1);
      accepted += written.length > 0 ? 1 : 0;
      const expected = valid ? [200, 202, 409] : [400, 401, 404, 413];
      const line = replayLine({ seed, lostReports: 0 }, story, suite);
      if (!expected.includes(status)) wrong.push(`${status} where ${expected.join(' or ')} was due: ${line}`);
      if (!valid && written.length > 0) wrong.push(`${written.length} changes without a valid signature: ${line}`);
    }
    console.log(
      `${stories.length} requests, seed ${seed}: ${[...seen]
        .sort()
        .map(([status, count]) => `${count} x ${status}`)
        .join(', ')}; ${accepted} changed something`,
    );
    expect(wrong.slice(0, 20)).toEqual([]);
    if (alone) return;
    // Every answer was provoked, so the shots are not all of one kind.
    for (const status of [200, 202, 400, 401, 404, 409]) expect(seen.get(status), String(status)).toBeGreaterThan(0);
    expect(accepted).toBeGreaterThan(stories.length / 100);
  });
});
