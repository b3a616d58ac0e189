import { AppError } from '#shared/domain/errors.ts';
import type { Key, NewItem } from '#shared/ports/table.ts';
import { tableDescription } from '#shared/store/table.ts';
import { type Refuse, sizeOfName, sizeOfValue } from './json-size.ts';

const { partitionKey, sortKey, versionAttribute, expiryAttribute, indexes, limits } = tableDescription;
const keyPairs = [{ partitionKey, sortKey }, ...Object.values(indexes)];
/** The longest key values that DynamoDB takes, in bytes, by the name of the attribute. */
const keyLimits: ReadonlyMap<string, number> = new Map(
  keyPairs.flatMap((pair) => [[pair.partitionKey, 2048] as const, [pair.sortKey, 1024] as const]),
);
/** The version is set by the engines, so a caller's is not looked at; the longest one counts. */
const versionBytes = sizeOfName(versionAttribute) + 10;

/**
 * The bytes DynamoDB counts for an item once stored: UTF-8 names and values, numbers and versions rounded up ("Item sizes
 * and formats" in its guide). Throws `table.bad-change` for what not every engine can hold: an empty or overlong key,
 * an `expiresAt` that is not whole seconds, anything but plain JSON; and `table.too-large` over 400 KB.
 */
export function sizeOfItem(item: NewItem): number {
  checkKey(item);
  let bytes = versionBytes;
  for (const [name, value] of Object.entries(item))
    if (value !== undefined && name !== versionAttribute) bytes += sizeOfAttribute(name, value, item);
  if (bytes > limits.itemBytes) throw new AppError('table.too-large', { key: keyOf(item), bytes });
  return bytes;
}

/** Throws `table.bad-change` unless both parts are text that every engine takes as a key. */
export function checkKey(key: Key): void {
  for (const name of [partitionKey, sortKey]) if (!isKeyText(name, key[name])) refusal(key, name)(notKeyText);
}

/** Whether a value can be in an attribute that is part of a key: well-formed text, not empty, not too long. */
export const isKeyText = (name: string, value: unknown): boolean =>
  typeof value === 'string' &&
  value !== '' &&
  value.isWellFormed() &&
  Buffer.byteLength(value) <= (keyLimits.get(name) ?? 0);

/** Only the key of something that has one. */
export const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** Whole seconds since 1970, the unit of `expiresAt`. An item has expired when these reach it. */
export const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);

const notKeyText = 'is missing, empty, too long or broken text, so it cannot be part of a key';

function sizeOfAttribute(name: string, value: unknown, item: NewItem): number {
  const refuse = refusal(item, name);
  if (keyLimits.has(name) && !isKeyText(name, value)) refuse(notKeyText);
  if (name === expiryAttribute && !(Number.isSafeInteger(value) && Number(value) >= 0)) refuse('is not whole seconds');
  return sizeOfName(name, refuse) + sizeOfValue(value, refuse);
}

const refusal =
  (key: Key, attribute: string): Refuse =>
  (problem) => {
    throw new AppError('table.bad-change', { key: keyOf(key), attribute, problem });
  };
