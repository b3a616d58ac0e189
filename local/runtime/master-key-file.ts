import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { wrappingKey } from '#shared/adapters/personal-data/wrapping-key.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { MasterKey } from '#shared/ports/master-key.ts';

/**
 * The master key of the data in a SQLite file: beside it, in a file that only its owner may read, made when it is not there.
 * Whoever copies the one without the other can read no personal data. Data in memory has a key in memory.
 */
export function masterKeyBeside(databaseFile: string): MasterKey {
  return wrappingKey(databaseFile === ':memory:' ? randomBytes(32) : readOrCreate(`${databaseFile}.key`));
}

function readOrCreate(path: string): Uint8Array {
  try {
    const fresh = randomBytes(32);
    // "wx" never replaces a file, even when two processes start at once.
    writeFileSync(path, `${fresh.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length === 32) return key;
  throw new AppError('settings.invalid', {
    problem: `${path} does not hold a master key; without the right one the personal data beside it cannot be read, so restore it`,
  });
}
