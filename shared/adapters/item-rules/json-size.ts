export type Refuse = (problem: string) => never;

/** DynamoDB's bounds for numbers, and for lists and maps within each other, the item itself being the first. */
const largestNumber = 9.99e125;
const smallestNumber = 1e-130;
const deepestNesting = 32;

/**
 * The bytes DynamoDB counts for a value; `undefined` members count nothing, they are not stored. Refuses anything but
 * plain JSON, text that UTF-8 cannot hold (lone surrogates), and numbers that are not finite or beyond DynamoDB's range.
 * Numbers are JavaScript's: they come back as the same double, so integers beyond 2^53 are as inexact as ever, and -0 is 0.
 */
export function sizeOfValue(value: unknown, refuse: Refuse, depth = 2): number {
  if (typeof value === 'string')
    return value.isWellFormed() ? Buffer.byteLength(value) : refuse('holds broken Unicode');
  if (typeof value === 'number') return isStorable(value) ? sizeOfNumber(value) : refuse('holds a number out of range');
  if (typeof value === 'boolean' || value === null) return 1;
  if (typeof value !== 'object' || !isPlain(value)) return refuse('holds something that is not JSON');
  if (depth > deepestNesting) return refuse(`is nested deeper than ${deepestNesting} levels`);
  let bytes = 3;
  if (Array.isArray(value)) for (const element of value) bytes += 1 + sizeOfValue(element, refuse, depth + 1);
  else
    for (const [name, member] of Object.entries(value))
      if (member !== undefined) bytes += 1 + sizeOfName(name, refuse) + sizeOfValue(member, refuse, depth + 1);
  return bytes;
}

/** The bytes of an attribute's name. `__proto__` is refused: plain objects cannot carry it safely. */
export function sizeOfName(name: string, refuse?: Refuse): number {
  if (refuse && (name === '' || name === '__proto__' || !name.isWellFormed()))
    refuse('has a name that cannot be stored');
  return Buffer.byteLength(name);
}

const isStorable = (value: number) =>
  value === 0 || (Math.abs(value) >= smallestNumber && Math.abs(value) <= largestNumber);

/** One byte for two digits, one more for each of an odd digit, the sign and the exponent. */
const sizeOfNumber = (value: number) => Math.ceil(String(value).replace(/\D/g, '').length / 2) + 2;

const isPlain = (value: object) => {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
};
