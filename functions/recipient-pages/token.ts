import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { type RecipientToken, tokenFrom, tokenText } from '#shared/domain/mail/recipient-token.ts';

const keyBytes = 4;
const macBytes = 16;

/**
 * A token for a link: which key, an HMAC-SHA256 of what it says (128 bits), and what it says, encrypted, in base64url.
 * The HMAC is also the starting point of the cipher (AES-256-CTR), as in RFC 5297: no randomness, so that the same mail
 * rendered twice has the same links, and an approval of it still holds.
 */
export function sealToken(token: RecipientToken, secret: string): string {
  const text = Buffer.from(tokenText(token));
  const keys = keysOf(secret);
  const mac = macOf(keys, text);
  const cipher = createCipheriv('aes-256-ctr', keys.cipher, mac);
  return Buffer.concat([keys.id, mac, cipher.update(text), cipher.final()]).toString('base64url');
}

/**
 * What a token says, or undefined when no active secret made exactly this one. An older secret must stay active for as
 * long as the links in mails of its time have to work: an unsubscribe link at least 30 days (16 CFR 316).
 */
export function readToken(token: string, secrets: readonly string[]): RecipientToken | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // Decoding forgives; only the one spelling that we wrote counts.
  if (bytes.length <= keyBytes + macBytes || bytes.toString('base64url') !== token) return undefined;
  const keys = secrets.map(keysOf).find(({ id }) => id.equals(bytes.subarray(0, keyBytes)));
  if (!keys) return undefined;
  const mac = bytes.subarray(keyBytes, keyBytes + macBytes);
  const decipher = createDecipheriv('aes-256-ctr', keys.cipher, mac);
  const text = Buffer.concat([decipher.update(bytes.subarray(keyBytes + macBytes)), decipher.final()]);
  return timingSafeEqual(mac, macOf(keys, text)) ? tokenFrom(text.toString()) : undefined;
}

interface Keys {
  /** Says which secret, without saying anything about it. */
  readonly id: Buffer;
  readonly mac: Buffer;
  readonly cipher: Buffer;
}

/** A key of its own for each use, derived from the secret. */
function keysOf(secret: string): Keys {
  const master = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const derive = (use: string) => createHmac('sha256', master).update(`recipient pages: ${use}`).digest();
  return { id: derive('key id').subarray(0, keyBytes), mac: derive('mac'), cipher: derive('cipher') };
}

const macOf = (keys: Keys, text: Buffer) => createHmac('sha256', keys.mac).update(text).digest().subarray(0, macBytes);
