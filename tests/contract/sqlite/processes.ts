import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqlite, type SqliteStore } from '#shared/adapters/sqlite/open-sqlite.ts';

/** A process of one of the scripts here, and the numbers it has printed on complete lines. */
export function start(script: 'move-process.ts' | 'lease-process.ts', ...args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return {
    printed: () => printed.split('\n').slice(0, -1).map(Number),
    kill: () => child.kill('SIGKILL'),
    /** Resolves with the exit code, null when it was killed. */
    ended: new Promise<number | null>((resolve) => child.once('close', resolve)),
  };
}

/** A file for a store that goes away with the test. */
export function storeFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sqlite-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return join(directory, 'store.sqlite');
}

const clock = { now: () => new Date(), wall: () => new Date() };

/** Opens a store for the time of the test. */
export function open(file: string): SqliteStore {
  const store = openSqlite(file, clock);
  onTestFinished(() => store.close());
  return store;
}
