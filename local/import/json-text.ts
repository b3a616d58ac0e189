/** Where JSON breaks its rules: the offset in the text, and what would have been right there. */
export class JsonBreak extends Error {
  readonly offset: number;
  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
  }
}

/** A member of an object or an element of an array: its key or index, and the offset at which its value begins. */
export interface Member {
  readonly key: string | number;
  readonly at: number;
}

/** The offset of the first character from `at` on that is not white space. */
export const afterSpace = (text: string, at: number): number => match(space, text, at) ?? at;

/** The offset just behind the value that begins at `at`. Throws `JsonBreak`. */
export function endOfValue(text: string, at: number): number {
  const first = text[at];
  if (first !== '{' && first !== '[') return match(scalar, text, at) ?? broken(text, at, 'a value');
  const walk = members(text, at);
  for (let step = walk.next(); ; step = walk.next()) if (step.done) return step.value;
}

/**
 * The members of the object or array that begins at `at`, in order; returns the offset just behind it. Throws `JsonBreak`
 * when it comes to a place where the text is not JSON.
 */
export function* members(text: string, at: number): Generator<Member, number> {
  const isObject = text[at] === '{';
  const close = isObject ? '}' : ']';
  let next = afterSpace(text, at + 1);
  if (text[next] === close) return next + 1;
  for (let index = 0; ; index++) {
    const name = isObject ? nameAt(text, next) : { key: index, at: next };
    yield name;
    next = afterSpace(text, endOfValue(text, name.at));
    if (text[next] === close) return next + 1;
    if (text[next] !== ',') broken(text, next, `"," or "${close}"`);
    next = afterSpace(text, next + 1);
  }
}

function nameAt(text: string, at: number): Member {
  const end = match(string, text, at) ?? broken(text, at, 'a name in double quotes');
  const colon = afterSpace(text, end);
  if (text[colon] !== ':') broken(text, colon, '":"');
  return { key: JSON.parse(text.slice(at, end)), at: afterSpace(text, colon + 1) };
}

const space = /[ \t\n\r]+/y;
const string = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = new RegExp(
  `${string.source}|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9a-zA-Z.])|(?:true|false|null)(?![0-9a-zA-Z])`,
  'y',
);

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function broken(text: string, at: number, expected: string): never {
  const found = at < text.length ? `found ${JSON.stringify(text[at])}` : 'the file ends';
  throw new JsonBreak(at, `not JSON: expected ${expected} here, but ${found}`);
}
