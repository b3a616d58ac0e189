import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import { History } from '#shared/domain/prediction/history/history.ts';

/** Reads histories one by one from a JSON Lines file, plain or `.gz`; an unreadable line throws with its number. */
export async function* readHistories(file: string): AsyncGenerator<History> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz')
    ? bytes.pipe(createGunzip()).on('error', (error) => lines.emit('error', error))
    : bytes;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== '') yield historyOf(line, `${file}, line ${number}`);
  }
}

/** All histories of the file. */
export async function allHistories(file: string): Promise<History[]> {
  const histories: History[] = [];
  for await (const history of readHistories(file)) histories.push(history);
  return histories;
}

function historyOf(line: string, place: string): History {
  const parsed = History.safeParse(json(line, place));
  if (parsed.success) return parsed.data;
  throw new Error(`${place}: ${z.prettifyError(parsed.error)}`);
}

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new Error(`${place}: not JSON`, { cause });
  }
}
