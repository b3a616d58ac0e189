import { join } from 'node:path';
import { holdExclusively } from '#shared/adapters/sqlite/hold-exclusively.ts';
import { AppError } from '#shared/domain/errors.ts';

const lockIn = (directory: string) => join(directory, 'started.lock');
/** Longer than another command takes to look. */
const patienceMs = 500;

/**
 * Makes this process the one "csm start" of a directory, until what it gives is called: two clocks would run over the data
 * otherwise. Throws `settings.invalid` when there is one.
 */
export function beTheOneStarted(directory: string): () => void {
  const letGo = holdExclusively(lockIn(directory), patienceMs);
  const problem = `"csm start" runs on ${directory} already; end it first, or give this one another directory with --data`;
  if (!letGo) throw new AppError('settings.invalid', { problem });
  return letGo;
}

/** Whether "csm start" runs on a directory now. */
export function isStarted(directory: string): boolean {
  const letGo = holdExclusively(lockIn(directory));
  letGo?.();
  return letGo === undefined;
}
