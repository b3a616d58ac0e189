import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { Problem } from './problem.ts';

/** One record of a CSV text as it stands there: its cells without surrounding space, and the line it begins on. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The records of a CSV text up to the first place that cannot be read, if there is one. Empty lines are records too. */
export function csvRecords(text: string): { records: readonly CsvRecord[]; problem: Problem | undefined } {
  const records: CsvRecord[] = [];
  let lastLine = 0;
  const onRecord = (cells: string[], { lines }: InfoRecord) => {
    records.push({ cells: cells.map((cell) => cell.trim()), line: lastLine + 1 });
    lastLine = lines;
    return null;
  };
  try {
    parse(text, { relax_column_count: true, record_delimiter: '\n', ltrim: true, rtrim: true, on_record: onRecord });
    return { records, problem: undefined };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, problem: problemOf(error, lastLine + 1) };
  }
}

/** A quote that is never closed swallows the rest of the file: its row begins where the last good one ended. */
function problemOf(error: CsvError, nextLine: number): Problem {
  const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? nextLine : Number(error.lines ?? nextLine);
  const column = Number(error.index ?? 0) + 1;
  return { line, column, reason: `${quoting[error.code] ?? error.message}; nothing from here on was read` };
}

const quoting: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a double quote opens this cell and is never closed',
  INVALID_OPENING_QUOTE: 'a double quote inside a cell: put the cell in quotes and write the quote twice',
  CSV_INVALID_CLOSING_QUOTE: 'text after the closing quote of a cell: a quote inside it is written twice',
};
