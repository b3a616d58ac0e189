import { hash } from 'node:crypto';

/**
 * The SHA-256 of a value in base64url: equal for equal values, whatever the order of their fields. Remembered for each
 * object, since a client's whole past is made from the same facts.
 */
export function digest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return sha256(value);
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const made = sha256(value);
  remembered.set(value, made);
  return made;
}
const remembered = new WeakMap<object, string>();

const sha256 = (value: unknown) => hash('sha256', inOrder(value), 'base64url');

/** As JSON.stringify, with the fields of every object sorted. */
function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  const fields = Object.entries(value).filter(([, held]) => held !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, held]) => `${JSON.stringify(name)}:${inOrder(held)}`)
    .join()}}`;
}
