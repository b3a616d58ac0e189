import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/domain/errors.ts';

/** Says where a sealed text belongs: it opens nowhere else, so that two can never be swapped. */
export interface Place {
  readonly owner: string;
  readonly pk: string;
  readonly sk: string;
}

/** A key and the number it has among its owner's. */
export interface NumberedKey {
  readonly number: number;
  readonly key: Uint8Array;
}

const form = 1;
const nonceBytes = 12;
const tagBytes = 16;
const plain = Buffer.of(0);
const deflated = Buffer.of(1);
/** Below this, packing saves less than it costs. */
const worthPacking = 512;

/**
 * `1.<number of the key>.<base64 of nonce, ciphertext, tag>`: AES-256-GCM with a random nonce; the form, the key's owner and
 * number and the item's key are its associated data. Packed first, as one pays for the bytes that are stored.
 */
export function seal(text: string, { number, key }: NumberedKey, place: Place): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(associated(number, place));
  const bytes = Buffer.from(text);
  const packed = bytes.length < worthPacking ? [plain, bytes] : [deflated, deflateRawSync(bytes)];
  const sealed = Buffer.concat([
    nonce,
    ...packed.map((part) => cipher.update(part)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return `${form}.${number}.${sealed.toString('base64')}`;
}

/** The number of the key that opens this. Throws `personal-data.locked` for a text that `seal` did not write. */
export function keyNumber(sealed: string): number {
  const [, number] = /^1\.([1-9]\d{0,8})\.[A-Za-z0-9+/]+=*$/.exec(sealed) ?? [];
  if (number === undefined) throw new AppError('personal-data.locked', { problem: 'is not of a form we know' });
  return Number(number);
}

/** The text that was sealed. Throws `personal-data.locked` for another key, another place, or a changed byte. */
export function unseal(sealed: string, { number, key }: NumberedKey, place: Place): string {
  const bytes = Buffer.from(sealed.slice(sealed.lastIndexOf('.') + 1), 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(associated(number, place));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const opened = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    const content = opened.subarray(1);
    return (opened[0] === deflated[0] ? inflateRawSync(content) : content).toString();
  } catch (cause) {
    throw new AppError('personal-data.locked', { owner: place.owner, pk: place.pk, sk: place.sk }, { cause });
  }
}

const associated = (number: number, { owner, pk, sk }: Place) =>
  Buffer.from(JSON.stringify([form, owner, number, pk, sk]));
