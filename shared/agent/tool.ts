import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';
import type { ToolDescription } from '#shared/ports/model.ts';
import type { Json } from '#shared/ports/table.ts';

/**
 * Something a model may do, which only ever reads. A run's tools are made before it begins, for one client: the client is
 * in the code, never a parameter.
 */
export interface Tool extends ToolDescription {
  /** Throws `tool.bad-input` when the input does not fit. */
  readonly use: (input: Json) => Promise<Json>;
}

interface Definition<Input extends z.ZodType> {
  readonly name: string;
  /** For the model: what it gives and when to use it. */
  readonly purpose: string;
  /** Strict, so that nothing else can be passed. */
  readonly input: Input;
  readonly run: (input: z.infer<Input>) => Promise<Json> | Json;
}

export const defineTool = <Input extends z.ZodType>({ name, purpose, input, run }: Definition<Input>): Tool => ({
  name,
  purpose,
  input: jsonSchemaOf(input),
  use: async (given) => {
    const read = input.safeParse(given);
    if (!read.success) throw new AppError('tool.bad-input', { says: z.prettifyError(read.error) });
    return run(read.data);
  },
});

/** The schema as a model reads it. */
export const jsonSchemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest as Json;
};
