import type * as z from 'zod';
import type { Path, Problem, Row } from './problem.ts';

/** What is wrong with a value, where the schema has no words of its own. */
export const reasonFor: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return (
        kinds[issue.expected] ??
        `use ${issue.expected === 'object' ? 'an object' : `a value of type ${issue.expected}`}`
      );
    case 'invalid_value':
      return `use one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be at least ${issue.minimum}`
        : 'must not be empty';
    case 'too_big':
      return `must be at most ${issue.maximum}${sizes[issue.origin] ?? ''}`;
    case 'invalid_format':
      return issue.format === 'email' ? 'use an e-mail address' : undefined;
    case 'invalid_union':
      return choicesOf(issue.options);
    default:
      return undefined;
  }
};

const choicesOf = (options: unknown): string =>
  Array.isArray(options) ? `use one of: ${options.join(', ')}` : 'use a number, or text in double quotes';

const kinds: Readonly<Record<string, string>> = {
  number: 'use a number without units, such as 18250 or 0.94',
  int: 'use a whole number',
  string: 'use text in double quotes',
  array: 'use a list: [ ... ]',
  boolean: 'use true or false',
};
const sizes: Readonly<Record<string, string>> = { string: ' characters long', array: ' long' };

/** One problem for each thing wrong with a row, at its place. */
export function problemsOf(error: z.ZodError, row: Row): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        ...row.place([...issue.path, key]),
        reason: `"${key}" does not belong in this row: leave it out`,
      }));
    return [{ ...row.place(issue.path), reason: issue.message + found(row.value, issue.path) }];
  });
}

/** What stands in the file there, when it is one short thing. */
function found(row: unknown, path: Path): string {
  let value = row;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isScalar ? `; found ${JSON.stringify(value).slice(0, 60)}` : '';
}
