import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { receiveWebhook } from '#functions/receive-webhook/receive-webhook.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import type { About } from '#shared/ports/log.ts';
import type { Table } from '#shared/ports/table.ts';
import { deliveries } from '#shared/store/delivery.ts';
import { facts } from '#shared/store/fact.ts';
import { client, day, world } from '#tests/fixtures/world.ts';

const secret = `whsec_${Buffer.from('a secret of the usage sender').toString('base64')}`;
const older = `whsec_${Buffer.from('the secret before it').toString('base64')}`;
const now = new Date('2026-11-20T15:00:00Z');
const big12 = client('big-12');
const report = {
  type: 'usage.reported',
  clientId: 'big-12',
  date: '2026-11-20',
  product: 'flextime',
  metrics: { dailyActiveUsers: 41, schedulingSessions: 96, optimizationRuns: 12, travelSavings: 18250 },
};

interface Sent {
  readonly source?: string;
  readonly id?: string;
  readonly at?: Date;
  readonly signWith?: string;
  readonly headers?: Record<string, string>;
}

describe('receive-webhook', () => {
  let table: Table;
  let lines: Record<string, unknown>[];
  let deps: Parameters<typeof receiveWebhook.run>[0];
  let deliver: (body: unknown, sent?: Sent) => Promise<{ status: number; body: Record<string, unknown> }>;

  beforeEach(async () => {
    const here = await world({ now, clients: [big12] });
    table = here.table;
    lines = [];
    const line = (message: string, about?: About) => void lines.push({ message, ...about });
    const log = { info: line, warn: line, error: line };
    deps = { ...here, log, secrets: { active: async () => [secret, older] } };
    deliver = async (body, { source = 'usage', id = 'msg_1', at = now, signWith = secret, headers = {} } = {}) => {
      const raw = typeof body === 'string' ? body : JSON.stringify(body);
      const signed = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(signWith).sign(id, at, raw),
      };
      const request = new Request('http://localhost/', {
        method: 'POST',
        body: raw,
        headers: { ...signed, ...headers },
      });
      const response = await receiveWebhook.run(deps, request, { source });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
  });

  const recorded = () => facts.between(table, big12.clientId, day('2026-01-01'), day('2026-12-31'));

  it('records a signed report, with money in cents', async () => {
    expect(await deliver(report)).toEqual({ status: 202, body: { status: 'accepted', facts: 1 } });
    expect((await recorded()).map(({ detail }) => detail)).toMatchObject([
      { metrics: { travelSavingsCents: 1_825_000 } },
    ]);
  });

  it('records an array whole', async () => {
    const week = Array.from({ length: 7 }, (_, back) => ({ ...report, date: addDays(day('2026-11-20'), -back) }));
    expect((await deliver(week)).body).toEqual({ status: 'accepted', facts: 7 });
    expect(await recorded()).toHaveLength(7);
  });

  it('answers 200 to a repetition and records nothing more', async () => {
    await deliver(report);
    expect(await deliver(report)).toEqual({ status: 200, body: { status: 'duplicate' } });
    expect(await recorded()).toHaveLength(1);
  });

  it('answers 409 when the same id comes with another body', async () => {
    await deliver(report);
    expect(await deliver({ ...report, date: '2026-11-19' })).toEqual({
      status: 409,
      body: { error: 'this webhook-id came before with another body' },
    });
    expect(await recorded()).toHaveLength(1);
  });

  it('lets exactly one of two simultaneous deliveries record', async () => {
    const answers = await Promise.all([deliver(report), deliver(report), deliver({ ...report, date: '2026-11-19' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 202, 409]);
    expect(await recorded()).toHaveLength(1);
  });

  it('accepts the older of two active secrets', async () => {
    expect((await deliver(report, { signWith: older })).status).toBe(202);
  });

  it.each([
    ['another secret', { signWith: `whsec_${Buffer.from('a stranger').toString('base64')}` }, 401],
    ['a timestamp over five minutes old', { at: new Date(now.getTime() - 301_000) }, 401],
    ['a timestamp over five minutes ahead', { at: new Date(now.getTime() + 301_000) }, 401],
    [
      'a signature over another body',
      { headers: { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` } },
      401,
    ],
    ['a signature of another version', { headers: { 'webhook-signature': 'v2,abc' } }, 401],
    ['a timestamp that is not ten digits', { headers: { 'webhook-timestamp': '1.7636508e9' } }, 400],
    ['a webhook-id that could break a key', { headers: { 'webhook-id': 'a#b' } }, 400],
    ['no signature', { headers: { 'webhook-signature': '' } }, 400],
    ['an unknown source', { source: 'weather' }, 404],
  ] as const)('refuses %s and records nothing', async (_, sent, status) => {
    expect((await deliver(report, sent)).status).toBe(status);
    expect(await recorded()).toEqual([]);
    expect(await deliveries.get(table, 'usage', 'msg_1')).toBeUndefined();
  });

  it('refuses a body over 256 KB before looking at the signature, and takes one of exactly 256 KB', async () => {
    const answer = await deliver('x'.repeat(256 * 1024 + 1), { headers: { 'webhook-signature': 'v1,wrong' } });
    expect(answer).toEqual({ status: 413, body: { error: 'a delivery may hold at most 256 KB' } });
    expect((await deliver(JSON.stringify(report).padEnd(256 * 1024))).status).toBe(202);
  });

  it('measures a refusal by its status and logs no more than forty characters of what a stranger called the source', async () => {
    const source = 'w'.repeat(60);
    expect((await deliver(report, { source })).body).toEqual({ error: `no webhook source is called "${source}"` });
    const measured = { values: { RefusedWebhooks: 1 }, by: '404' };
    expect(lines).toEqual([{ message: 'webhook refused', source: 'w'.repeat(40), status: 404, measured }]);
  });

  it('keeps of an accepted delivery that it came, and not its body', async () => {
    await deliver(report);
    const kept = await deliveries.get(table, 'usage', 'msg_1');
    expect(kept).toMatchObject({ outcome: 'accepted', receivedAt: '2026-11-20T15:00:00.000Z' });
    expect(kept).not.toHaveProperty('body');
    const about = { source: 'usage', webhookId: 'msg_1', outcome: 'accepted', facts: 1 };
    expect(lines).toEqual([{ message: 'webhook delivery recorded', ...about }]);
  });

  it('names each fact by its delivery and its place there, and dates it by when it was sent', async () => {
    await deliver([report, { ...report, date: '2026-11-19' }], { at: new Date(now.getTime() - 60_000) });
    const named = (await recorded()).map(({ factId, recordedAt }) => `${factId} ${recordedAt}`);
    const sentAt = '2026-11-20T14:59:00.000Z';
    expect(named.toSorted()).toEqual([`usage:msg_1:0 ${sentAt}`, `usage:msg_1:1 ${sentAt}`]);
  });

  it('takes as many reports as fit one commit, and a report of tomorrow, which it already is elsewhere', async () => {
    const most = Array.from({ length: 99 }, (_, back) => ({ ...report, date: addDays(day('2026-11-21'), -back) }));
    expect((await deliver(most)).body).toEqual({ status: 'accepted', facts: 99 });
  });

  it('says which types a source may send', async () => {
    const problems = ['[0] type: must be "invoice.issued" or "invoice.paid" for the source "billing"'];
    expect((await deliver(report, { source: 'billing' })).body).toEqual({ status: 'quarantined', problems });
  });

  it('names at most twenty problems', async () => {
    const bad = Array.from({ length: 30 }, () => ({ ...report, date: 'yesterday' }));
    expect((await deliver(bad)).body.problems).toHaveLength(20);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', []],
    ['too much', Array.from({ length: 100 }, () => report)],
  ])('logs that it read no fact of %s', async (_, body) => {
    await deliver(body);
    expect(lines).toMatchObject([{ outcome: 'quarantined', facts: 0 }]);
  });

  it('passes on that the table failed, so that the sender tries again', async () => {
    deps = { ...deps, table: { ...table, commit: () => Promise.reject(new Error('the table is away')) } };
    await expect(deliver(report)).rejects.toThrow('the table is away');
  });

  it.each([
    ['no JSON', '{"type":', ['the body is not JSON in UTF-8']],
    ['an empty array', [], ['the array is empty']],
    [
      'an event of another source',
      { ...report, type: 'survey.answered' },
      ['[0] type: must be "usage.reported" for the source "usage"'],
    ],
    ['an unknown client', { ...report, clientId: 'pac-12' }, ['clientId: no client is called "pac-12"']],
    ['a day that does not exist', { ...report, date: '2026-02-30' }, [expect.stringMatching(/^\[0\] date: /)]],
    ['a day to come', { ...report, date: '2026-11-22' }, ['[0] date: 2026-11-22 lies in the future']],
    [
      'a negative count',
      { ...report, metrics: { dailyActiveUsers: -1 } },
      [expect.stringMatching(/^\[0\] metrics\.dailyActiveUsers: /)],
    ],
    [
      'half a cent',
      { ...report, metrics: { travelSavings: 10.005 } },
      [expect.stringMatching(/^\[0\] metrics\.travelSavings: use dollars/)],
    ],
    [
      'a metric of the other product',
      { ...report, metrics: { dailyActiveUsers: 9, tasksAutomated: 4 } },
      [expect.stringContaining('tasksAutomated')],
    ],
    [
      'too many reports',
      Array.from({ length: 100 }, () => report),
      ['at most 99 reports fit in one delivery, not 100'],
    ],
  ])('quarantines a verified delivery with %s, keeping its body', async (_, body, problems) => {
    expect(await deliver(body)).toEqual({ status: 202, body: { status: 'quarantined', problems } });
    const kept = await deliveries.get(table, 'usage', 'msg_1');
    expect(kept).toMatchObject({
      outcome: 'quarantined',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    expect(await recorded()).toEqual([]);
  });

  it('records nothing of an array in which one report is bad', async () => {
    const answer = await deliver([report, { ...report, date: 'yesterday' }]);
    expect(answer.body).toMatchObject({ status: 'quarantined', problems: [expect.stringMatching(/^\[1\] date: /)] });
    expect(await recorded()).toEqual([]);
  });

  it('never fails and never records for anybody without the secret, whatever they send', async () => {
    const header = fc.string({
      unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        header,
        header,
        header,
        fc.constantFrom('usage', 'billing', 'x'),
        async (body, id, timestamp, signature, source) => {
          const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
          const { status } = await deliver(body, { source, headers });
          expect([400, 401, 404, 413]).toContain(status);
        },
      ),
    );
    expect(await recorded()).toEqual([]);
  });
});
