import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { functions } from '#functions/index.ts';
import { readSigned } from '#functions/receive-webhook/signature.ts';
import { readToken, sealToken } from '#functions/recipient-pages/token.ts';
import { withinPartitions } from '#local/runtime/within-partitions.ts';
import { lastDayOfSurvey } from '#shared/domain/mail/recipient-token.ts';
import { ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { world } from '../../fixtures/world.ts';

const key = Buffer.from('thirty-two bytes of one secret..').toString('base64');
const secret = `whsec_${key}`;
const now = new Date('2026-11-20T15:00:00.000Z');
const body = '{"one":1}';

/** How a delivery is judged that was signed at some time, its headers changed afterwards. */
function judged({ secondsAgo = 0, change = {} }: { secondsAgo?: number; change?: Record<string, string> } = {}) {
  const at = new Date(now.getTime() - secondsAgo * 1000);
  const headers = new Headers({
    'webhook-id': 'msg-1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': new Webhook(secret).sign('msg-1', at, body),
    ...change,
  });
  return readSigned(headers, new TextEncoder().encode(body), [secret], now);
}

describe('the signature of a delivery', () => {
  const good = new Webhook(secret).sign('msg-1', now, body);
  const mac = good.slice('v1,'.length);

  it.each([300, -300])('counts up to five minutes from now, both ways: %i s', (secondsAgo) => {
    expect(judged({ secondsAgo })).toEqual({ webhookId: 'msg-1', sentAt: new Date(now.getTime() - secondsAgo * 1000) });
  });

  it.each([301, -301])('does not count after that: %i s', (secondsAgo) => {
    expect(judged({ secondsAgo })).toEqual({
      status: 401,
      refused: 'webhook-timestamp is more than five minutes from now',
    });
  });

  it.each([
    ['eleven digits', { 'webhook-timestamp': '17636508000' }, /ten digits/],
    ['a letter before', { 'webhook-timestamp': 'x1763650800' }, /ten digits/],
    ['a letter after', { 'webhook-timestamp': '1763650800x' }, /ten digits/],
    ['an id with a space', { 'webhook-id': 'msg 1' }, /webhook-id must be/],
    ['no signature', { 'webhook-signature': '' }, /webhook-signature is missing/],
  ])('is malformed with %s', (_, change, reason) => {
    expect(judged({ change })).toEqual({ status: 400, refused: expect.stringMatching(reason) });
  });

  it.each([
    ['of another version', `v2,${mac}`],
    ['without its version', mac],
    ['cut short', `v1,${mac.slice(0, 20)}`],
    ['of another secret', new Webhook(`whsec_${btoa('another secret')}`).sign('msg-1', now, body)],
  ])('does not count %s', (_, signature) => {
    expect(judged({ change: { 'webhook-signature': signature } })).toEqual({
      status: 401,
      refused: 'no signature matches',
    });
  });

  it.each([`v1,AAAA ${good}`, `v2,${mac} ${good}`, `${good} nonsense`])('counts among others: %s', (signature) => {
    expect(judged({ change: { 'webhook-signature': signature } })).toHaveProperty('webhookId', 'msg-1');
  });
});

describe('a token in a link', () => {
  const clientId = ClientId.parse('big-12');
  const contactId = ContactId.parse('contact-1');

  it('is the same by the same secret in later versions, or the links in mail already sent would die', () => {
    expect(sealToken({ purpose: 'unsubscribe', clientId, contactId }, secret)).toBe(
      'x4Ur76sCLC2Dy4CU_JWKe3btT72tQZD-HO23CtczWNBDVJhHKlWbhqHvhviCmlNh',
    );
  });

  it('does not depend on how the secret is written down', () => {
    const token = sealToken({ purpose: 'preferences', clientId, contactId }, secret);
    expect(readToken(token, [key])).toEqual({ purpose: 'preferences', clientId, contactId });
  });

  it('lets a survey be answered for thirty days', () => {
    expect(lastDayOfSurvey(IsoDate.parse('2026-11-20'))).toBe('2026-12-20');
  });
});

describe('a function that declared its partitions', () => {
  const [like] = functions;
  if (!like) throw new Error('there are no functions');
  const foreign = { pk: 'CLIENT#sec', sk: 'PROFILE' };
  const own = { pk: 'MAIL#1', sk: 'MAIL' };

  it('touches those, and no other in any way', async () => {
    const { table } = await world({ now, clients: [] });
    const within = withinPartitions(table, { ...like, name: 'send-mail', partitions: ['MAIL#'] });
    await within.commit([
      { put: own, require: 'absent' },
      { check: { ...own, sk: 'STATE' }, require: 'absent' },
    ]);
    expect(await within.get(own)).toMatchObject(own);
    expect(await within.getAll([own])).toHaveLength(1);
    expect((await within.query({ partition: own.pk })).items).toHaveLength(1);
    await within.commit([{ delete: own, require: 'any' }]);

    const refused = 'send-mail did not declare that it touches the partition CLIENT#sec';
    for (const touch of [
      () => within.get(foreign),
      () => within.getAll([own, foreign]),
      () => within.query({ partition: foreign.pk }),
      () => within.commit([{ put: foreign, require: 'any' }]),
      () => within.commit([{ delete: foreign, require: 'any' }]),
      () =>
        within.commit([
          { put: own, require: 'any' },
          { check: foreign, require: 'absent' },
        ]),
    ])
      await expect(touch()).rejects.toThrow(refused);
    expect(await within.get(own)).toBeUndefined();
  });
});
