import type * as z from 'zod';
import { type Checked, type FoundRows, inOrder, type Problem, type Row } from './problem.ts';
import { problemsOf, reasonFor } from './reason.ts';

/**
 * Checks every row against its schema, and that no two are about the same thing: `subject` names the thing and says in words
 * when two rows share it. The first of two such rows is the good one.
 */
export function checkRows<T>(
  { rows, problems: found }: FoundRows,
  schema: z.ZodType<T>,
  subject: { readonly of: (value: T) => string; readonly in: string },
): Checked<T> {
  const good: Row<T>[] = [];
  const problems: Problem[] = [...found];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const result = schema.safeParse(row.value, { error: reasonFor });
    if (!result.success) {
      problems.push(...problemsOf(result.error, row));
      continue;
    }
    const about = subject.of(result.data);
    const earlier = lines.get(about);
    if (earlier === undefined) {
      lines.set(about, row.place([]).line);
      good.push({ value: result.data, place: row.place });
    } else problems.push({ ...row.place([]), reason: `has the same ${subject.in} as line ${earlier}` });
  }
  return { good, problems: inOrder(problems) };
}
