import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';
import { History } from '#shared/domain/prediction/history/history.ts';

/**
 * Reads histories one by one from a JSON Lines file, plain or `.gz`. A line that is not a history throws with the file's name and its
 * number; so does a file that is missing or damaged.
 */
async function* readHistories(file: string): AsyncGenerator<History> {
  let number = 0;
  for await (const line of linesOf(bytesOf(file))) {
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

function bytesOf(file: string): Readable {
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  const unzipped = createGunzip();
  bytes.on('error', (error) => unzipped.destroy(error));
  return bytes.pipe(unzipped);
}

async function* linesOf(bytes: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of bytes.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

function historyOf(line: string, place: string): History {
  const parsed = History.safeParse(json(line, place));
  if (parsed.success) return parsed.data;
  throw new AppError('history.unreadable', { problem: `${place}: ${z.prettifyError(parsed.error)}` });
}

function json(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new AppError('history.unreadable', { problem: `${place}: not JSON` }, { cause });
  }
}
