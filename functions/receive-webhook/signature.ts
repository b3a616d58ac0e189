import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const toleranceMs = 5 * 60 * 1000;

export type Signed =
  | { readonly webhookId: string; readonly sentAt: Date }
  | { readonly status: 400 | 401; readonly refused: string };

/**
 * Verifies a delivery by Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body` with any active secret, against
 * any `v1` signature of the header, in constant time, not older or newer than five minutes. Every active secret is tried
 * against every signature whatever the outcome. Ours rather than the `standardwebhooks` package's because that one reads
 * the clock itself, is loose about timestamps and knows one secret; the tests sign with that package.
 */
export function readSigned(headers: Headers, body: Uint8Array, secrets: readonly string[], now: Date): Signed {
  const webhookId = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const signatures = headers.get('webhook-signature') ?? '';
  if (!/^[\x21\x22\x24-\x7e]{1,128}$/.test(webhookId))
    return malformed('webhook-id must be 1 to 128 printable characters without spaces or "#"');
  if (!/^\d{10}$/.test(timestamp)) return malformed('webhook-timestamp must be seconds since 1970, ten digits');
  if (signatures === '') return malformed('webhook-signature is missing');

  const sentAt = new Date(Number(timestamp) * 1000);
  if (Math.abs(now.getTime() - sentAt.getTime()) > toleranceMs)
    return unauthorised('webhook-timestamp is more than five minutes from now');
  const expected = secrets.map((secret) => sign(secret, `${webhookId}.${timestamp}.`, body));
  const given = signatures.split(' ').filter((part) => part.startsWith('v1,'));
  const matches = given.flatMap((part) => expected.map((mac) => sameBytes(mac, Buffer.from(part.slice(3), 'base64'))));
  return matches.includes(true) ? { webhookId, sentAt } : unauthorised('no signature matches');
}

/** SHA-256, hex. */
export const sha256 = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

const sign = (secret: string, prefix: string, body: Uint8Array) =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(prefix)
    .update(body)
    .digest();

const sameBytes = (mac: Buffer, given: Buffer) => mac.length === given.length && timingSafeEqual(mac, given);

const malformed = (refused: string): Signed => ({ status: 400, refused });
const unauthorised = (refused: string): Signed => ({ status: 401, refused });
