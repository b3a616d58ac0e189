import { type CsvRecord, csvRecords } from './csv-records.ts';
import type { FoundRows, Path, Place, Problem, Row } from './problem.ts';

/** A column: its name, where its value goes in the row, and how its text is read. An empty cell is a missing value. */
export interface CsvColumn {
  readonly name: string;
  readonly path: readonly string[];
  /** Text that cannot be read is returned as it is: the row's schema says what is wrong with it. */
  readonly read: (text: string) => unknown;
  readonly required?: true;
}

/** The rows of a CSV text whose first line names its columns, in any order. Lines without a value are skipped. */
export function csvRows(text: string, columns: readonly CsvColumn[]): FoundRows {
  const { records, problem: unreadable } = csvRecords(text);
  const [header, ...rest] = records;
  const broken = unreadable ? [unreadable] : [];
  if (!header)
    return { rows: [], problems: unreadable ? broken : [{ line: 1, column: 1, reason: 'the file is empty' }] };
  const { found, problems } = readHeader(header, columns);
  if (missing(found, columns).length > 0) return { rows: [], problems: [...problems, ...broken] };
  const filled = rest.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    rows: filled.map((record) => rowOf(record, found)),
    problems: [...problems, ...filled.flatMap((record) => strayCells(record, header)), ...broken],
  };
}

interface FoundColumn extends CsvColumn {
  readonly number: number;
}

const missing = (found: readonly FoundColumn[], columns: readonly CsvColumn[]): CsvColumn[] =>
  columns.filter(({ name, required }) => required && !found.some((column) => column.name === name));

function readHeader({ cells, line }: CsvRecord, columns: readonly CsvColumn[]) {
  const found: FoundColumn[] = [];
  const problems: Problem[] = [];
  for (const [index, name] of cells.entries()) {
    const column = columns.find((known) => known.name === name);
    const place = { line, column: index + 1, field: name };
    if (found.some((earlier) => earlier.name === name))
      problems.push({ ...place, reason: 'this column is there twice' });
    else if (column) found.push({ ...column, number: index + 1 });
    else if (name !== '') problems.push({ ...place, reason: unknownColumn(name) });
  }
  for (const { name } of missing(found, columns))
    problems.push({ line, column: cells.length + 1, field: name, reason: 'this column is missing' });
  return { found, problems };
}

const unknownColumn = (name: string): string =>
  /[;\t]/.test(name) ? 'separate columns by commas' : 'no such column; see docs/importing.md';

/** Cells with a value in columns that have no name. */
const strayCells = ({ cells, line }: CsvRecord, header: CsvRecord): Problem[] =>
  cells.flatMap((cell, index) => {
    if (cell === '' || (header.cells[index] ?? '') !== '') return [];
    return [{ line, column: index + 1, reason: 'this cell has no column: is there a comma too many before it?' }];
  });

function rowOf({ cells, line }: CsvRecord, found: readonly FoundColumn[]): Row {
  const value = {};
  for (const { number, path, read } of found) {
    const cell = cells[number - 1] ?? '';
    if (cell !== '') put(value, path, read(cell));
  }
  return { value, place: (path) => ({ line, ...columnAt(found, path) }) };
}

function put(row: Record<string, unknown>, [key, ...below]: readonly string[], value: unknown): void {
  if (key === undefined) return;
  if (below.length === 0) row[key] = value;
  else {
    row[key] ??= {};
    put(row[key] as Record<string, unknown>, below, value);
  }
}

/** The column that holds this path, or the first one below it, or the first of the row. */
function columnAt(found: readonly FoundColumn[], path: Path): Omit<Place, 'line'> {
  const wanted = path.map(String);
  const agrees = ({ path: own }: FoundColumn) => own.every((key, i) => wanted[i] === undefined || wanted[i] === key);
  const column = wanted.length > 0 ? found.find(agrees) : undefined;
  return column ? { column: column.number, field: column.name } : { column: 1 };
}
