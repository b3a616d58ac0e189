import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { jsonRows } from '#local/import/json-rows.ts';
import type { Problem } from '#local/import/problem.ts';
import { problemsOf, reasonFor } from '#local/import/reason.ts';
import { AppError } from '#shared/domain/errors.ts';
import { History } from '#shared/domain/prediction/history/history.ts';

/**
 * Reads histories one by one from a JSON Lines file, plain or `.gz`. A line that is not a history, or of a client read before,
 * throws with the file's name, its number and the column; so does a file that is missing, damaged or empty.
 */
async function* readHistories(file: string): AsyncGenerator<History> {
  const lineOf = new Map<string, number>();
  let number = 0;
  for await (const text of linesOf(bytesOf(file))) {
    number += 1;
    // Some editors begin a file with a byte order mark.
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (line.trim() === '') continue;
    const history = historyOf(line, `${file}, line ${number}`);
    const earlier = lineOf.get(history.clientId);
    if (earlier) {
      const problem = `${file}, line ${number}: "${history.clientId}" stands in line ${earlier} already; put all its months into one line`;
      throw new AppError('history.unreadable', { problem });
    }
    lineOf.set(history.clientId, number);
    yield history;
  }
  if (lineOf.size === 0) throw new AppError('history.unreadable', { problem: `${file} holds no client` });
}

/** All histories of the file. */
export async function allHistories(file: string): Promise<History[]> {
  const histories: History[] = [];
  try {
    for await (const history of readHistories(file)) histories.push(history);
  } catch (cause) {
    throw inWords(file, cause);
  }
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
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    const [broken] = rowIn(line).problems;
    return refuse(place, [broken && broken.column - 1 <= line.length ? broken : endsEarly(line)], cause);
  }
  const parsed = History.safeParse(value, { error: reasonFor });
  if (parsed.success) return parsed.data;
  const [row] = rowIn(line).rows;
  return refuse(place, row ? problemsOf(parsed.error, row) : [], parsed.error);
}

/** A line as the one row of a list, so that it is told where in it something is wrong. */
const rowIn = (line: string) => jsonRows(`[${line}]`);

const endsEarly = (line: string): Problem => ({
  line: 1,
  column: line.length + 2,
  reason: 'not JSON: the line ends too soon',
});

function refuse(place: string, problems: readonly Problem[], cause: unknown): never {
  const said = problems.slice(0, most).map(({ column, field, reason }) => {
    // The bracket before the line is ours.
    return `column ${column - 1}${field ? `, ${field}` : ''}: ${reason}`;
  });
  const more = problems.length > most ? [`and ${problems.length - most} more`] : [];
  throw new AppError('history.unreadable', { problem: `${place}, ${[...said, ...more].join('; ')}` }, { cause });
}
const most = 3;

/** What is wrong with the file as a whole, in words; what reading it otherwise threw. */
function inWords(file: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR'
    ? new AppError('history.unreadable', { problem: `${file} is damaged or was cut off: copy it anew` }, { cause })
    : cause;
}
