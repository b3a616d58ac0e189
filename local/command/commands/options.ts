import { type Command, InvalidArgumentError } from 'commander';
import type * as z from 'zod';
import { humanLog } from '#local/runtime/human-log.ts';
import { type OpenData, openData } from '../open-data.ts';

/** What every command understands. */
export interface CommonOptions {
  readonly data: string;
  readonly json?: boolean;
}

/** Adds the options that every command understands. */
export const withCommonOptions = (command: Command): Command =>
  command
    .option('--json', 'answer with JSON instead of text')
    .option('--data <dir>', 'where everything is kept', '.data');

/** Reads an option's text by a schema; what does not fit it is a usage error. */
export const readBy =
  <T>(schema: z.ZodType<T>) =>
  (text: string): T => {
    const read = schema.safeParse(text);
    if (!read.success) throw new InvalidArgumentError(read.error.issues.map(({ message }) => message).join('; '));
    return read.data;
  };

/** Opens the data, does something with it, and closes it whatever happens. */
export async function withData<T>({ data }: CommonOptions, work: (opened: OpenData) => Promise<T>): Promise<T> {
  const opened = await openData({ directory: data, log: humanLog('warn') });
  try {
    return await work(opened);
  } finally {
    await opened.runtime.close();
  }
}
