import { type Command, InvalidArgumentError } from 'commander';
import type * as z from 'zod';
import { humanLog } from '#local/runtime/human-log.ts';
import type { Runtime } from '#local/runtime/runtime.ts';
import type { OpenStage } from '#shared/adapters/stage/open-stage.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Bus } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Redrive } from '#shared/ports/redrive.ts';
import type { Table } from '#shared/ports/table.ts';
import { namingNearest } from '../nearest-client.ts';
import { isData, type OpenData, openData } from '../open-data.ts';

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

/** What commands understand that work on a deployed stage too. */
export interface StageOptions extends CommonOptions {
  readonly stage?: string;
}

/** Adds the options of commands that work on a deployed stage too. */
export const withStageOptions = (command: Command): Command =>
  withCommonOptions(command).option(
    '--stage <name>',
    'work on the stage deployed to AWS under this name instead of the data here, with your AWS credentials and region',
  );

/** What a command can do both here and on a deployed stage. */
export interface Reached {
  readonly table: Table;
  readonly bus: Bus;
  readonly redrive: Redrive;
  readonly clock: Clock;
  /** Everything, for who erases a person. */
  readonly whole: OpenStage['whole'];
  /** Works until nothing waits any more, where that work is done here. */
  readonly drain?: Runtime['drain'];
  /** Rewrites the file without what was deleted from it, where there is one. */
  readonly compact?: Runtime['compact'];
}

/** Opens the data here or the stage, does something with it, and closes it whatever happens. */
export async function withReach<T>(
  options: StageOptions,
  work: (reached: Reached) => Promise<T>,
  where: Where = 'there already',
): Promise<T> {
  if (options.stage === undefined)
    return withData(options, ({ runtime }) => work({ ...runtime, whole: runtime }), where);
  // The AWS clients take a while to load; only who asks for a stage waits for them.
  const { openStage } = await import('#shared/adapters/stage/open-stage.ts');
  const stage = await openStage(options.stage);
  return namingNearest(stage.table, () => work({ ...stage, clock: systemClock }));
}

/** Reads an option's text by a schema; what does not fit it is a usage error. */
export const readBy =
  <T>(schema: z.ZodType<T>) =>
  (text: string): T => {
    const read = schema.safeParse(text);
    if (!read.success) throw new InvalidArgumentError(read.error.issues.map(({ message }) => message).join('; '));
    return read.data;
  };

/** Who only looks does not begin a directory: its name was probably mistyped. */
type Where = 'there already' | 'there or begun';

/** Opens the data, does something with it, and closes it whatever happens. */
export async function withData<T>(
  { data }: CommonOptions,
  work: (opened: OpenData) => Promise<T>,
  where: Where = 'there already',
): Promise<T> {
  if (where === 'there already' && !isData(data)) {
    const problem = `there is no data in ${data}; begin with "csm start" or "csm import portfolio", or name another directory with --data`;
    throw new AppError('settings.invalid', { problem });
  }
  const opened = await openData({ directory: data, log: humanLog('warn') });
  try {
    return await namingNearest(opened.runtime.table, () => work(opened));
  } finally {
    await opened.runtime.close();
  }
}
