import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionDefinition, MailSettings } from '#functions/define-function.ts';
import { functions as registry } from '#functions/index.ts';
import { localModel } from '#local/runtime/local-model.ts';
import { reachedTime } from '#local/runtime/local-state.ts';
import { openRuntime, type Runtime, type RuntimeOptions } from '#local/runtime/runtime.ts';
import { secretsFile } from '#local/runtime/secrets-file.ts';
import { virtualClock } from '#local/runtime/virtual-clock.ts';
import { openSqlite } from '#shared/adapters/sqlite/open-sqlite.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { AppError } from '#shared/domain/errors.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { isStarted } from './started.ts';

export interface DataOptions {
  readonly directory: string;
  readonly log: Log;
  /** Where business time is to begin; undefined to go on from where it is. */
  readonly at?: Date | undefined;
  readonly speed?: number;
  readonly port?: number;
  /** Functions of this process beside those of the registry. */
  readonly also?: readonly FunctionDefinition[];
}

/** A data directory, opened: the system running on it, and where its parts are. */
export interface OpenData {
  readonly runtime: Runtime;
  /** What another runtime on the same data takes. */
  readonly machine: Pick<RuntimeOptions, 'file' | 'log' | 'secrets' | 'settings'>;
  readonly secrets: Secrets;
  readonly databaseFile: string;
  readonly secretsFile: string;
  /** Whether nobody has ever started the system on this data. */
  readonly neverStarted: boolean;
}

export const defaultPort = 8787;

/** Whether a directory holds the data of a system. */
export const isData = (directory: string): boolean => existsSync(databaseIn(directory));

const databaseIn = (directory: string) => join(directory, 'csm.sqlite');

/**
 * Opens the system on a data directory, made when it is not there: `csm.sqlite` with everything, `secrets.json` with the
 * webhook secret. Throws `settings.invalid` when business time would run backwards.
 */
export async function openData(options: DataOptions): Promise<OpenData> {
  const { directory, log, at, speed = 1, port = defaultPort, also = [] } = options;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const databaseFile = databaseIn(directory);
  const secretsPath = join(directory, 'secrets.json');
  const secrets = secretsFile(secretsPath);
  const reached = existsSync(databaseFile) ? await readReached(databaseFile) : undefined;
  // Beside a start on a clock of its own a command takes that clock's time: what it writes must not lie ahead.
  const from = reached && isStarted(directory) ? reached : beginning(reached, at);
  const clock = virtualClock({ from, speed });
  const settings: MailSettings = {
    operatorAddress: 'operator@heliix.example',
    fromAddress: 'success@heliix.example',
    postalAddress: 'Simulated: this mail went nowhere',
    dashboardUrl: `http://localhost:${port}`,
  };
  const model = await localModel(process.env);
  const machine = { file: databaseFile, log, secrets, settings };
  const runtime = openRuntime({ ...machine, model, clock, functions: [...registry, ...also] });
  return { runtime, machine, secrets, databaseFile, secretsFile: secretsPath, neverStarted: reached === undefined };
}

/** Business time goes on where it was when that lies ahead of the real time; it never goes back in one file. */
function beginning(reached: Date | undefined, at: Date | undefined): Date {
  const real = systemClock.now();
  if (!at) return reached && reached > real ? reached : real;
  if (reached && at < reached) {
    const problem = `the data has already reached ${instantOf(reached)} and time does not run backwards; give a later --at, or another directory with --data`;
    throw new AppError('settings.invalid', { problem });
  }
  return at;
}

async function readReached(databaseFile: string): Promise<Date | undefined> {
  const { table, close } = openSqlite(databaseFile, systemClock);
  try {
    return await reachedTime.get(table);
  } finally {
    close();
  }
}
