import { styleText } from 'node:util';

/** Writes a result: for a program as one JSON document, for a person as text. */
export function say(json: boolean | undefined, result: unknown, text: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(result, undefined, 2) : text()}\n`);
}

export const bold = (text: string): string => styleText('bold', text, { stream: process.stdout });

/** Rows as columns that line up, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Says on stderr how far long work has got: in place at a terminal, else a line a second, so that short work says nothing.
 * Call the result with what is done and, when known, how much there is; `end` clears the line.
 */
export function progress(
  label: string,
  now: () => number = Date.now,
): { at(done: number, of?: number): void; end(): void } {
  const terminal = process.stderr.isTTY;
  let saidAt = now();
  return {
    at(done, of) {
      if (now() - saidAt < (terminal ? 100 : 1_000)) return;
      saidAt = now();
      const text = `${label}: ${done}${of === undefined ? '' : ` of ${of}`}`;
      process.stderr.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (terminal) process.stderr.write('\r\u001b[K');
    },
  };
}
