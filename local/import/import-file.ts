import { latestDate } from '#shared/domain/facts/fact.ts';
import type { UsageReport } from '#shared/domain/facts/usage.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table, TableReader } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';
import { importPortfolio } from './import-portfolio.ts';
import { importUsage } from './import-usage.ts';
import { readPortfolio } from './portfolio-rows.ts';
import { type Checked, inOrder, type Problem, type Row } from './problem.ts';
import { formatOf, readText } from './source-format.ts';
import { readUsage } from './usage-rows.ts';

/** A file as it was read from disk. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  /** Import the good rows even though others are not. */
  readonly keepGood?: boolean;
  readonly onProgress?: Progress;
}
export type Progress = (done: number, of: number) => void;

/** Rows that changed what we know, and rows that said what we knew. */
export interface Counts {
  readonly imported: number;
  readonly unchanged: number;
}

/** What became of a file. `refused`: it has problems, and nothing was imported. */
export interface ImportResult extends Counts {
  readonly outcome: 'imported' | 'refused';
  readonly problems: readonly Problem[];
}

/** Imports clients with their contracts and contacts. Throws `import.unreadable` when the file is not UTF-8. */
export function importPortfolioFile(
  table: Table,
  clock: Clock,
  file: ImportFile,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const text = readText(file.bytes);
  const checked = readPortfolio(text, formatOf(file.name, text));
  return importGood(checked, options, (rows) => importPortfolio(table, clock, rows, options.onProgress));
}

/** Imports usage of clients the table knows. Throws `import.unreadable` when the file is not UTF-8. */
export async function importUsageFile(
  table: Table,
  clock: Clock,
  file: ImportFile,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const text = readText(file.bytes);
  const read = notOfTheFuture(clock, readUsage(text, formatOf(file.name, text)));
  const checked = await onlyKnownClients(table, read);
  return importGood(checked, options, (rows) => importUsage(table, clock, rows, options.onProgress));
}

async function importGood<T>(
  { good, problems }: Checked<T>,
  { keepGood = false }: ImportOptions,
  write: (rows: readonly T[]) => Promise<Counts>,
): Promise<ImportResult> {
  if (problems.length > 0 && !keepGood) return { outcome: 'refused', problems, imported: 0, unchanged: 0 };
  return { outcome: 'imported', problems, ...(await write(good.map(({ value }) => value))) };
}

/** As for webhooks: a day to come can only be a mistake, and would count once it is here. */
function notOfTheFuture(clock: Clock, { good, problems }: Checked<UsageReport>): Checked<UsageReport> {
  const latest = latestDate(clock.now());
  const early = good
    .filter(({ value }) => value.date > latest)
    .map(({ value, place }) => ({ ...place(['date']), reason: `${value.date} lies in the future` }));
  return { good: good.filter(({ value }) => value.date <= latest), problems: inOrder([...problems, ...early]) };
}

async function onlyKnownClients(
  table: TableReader,
  { good, problems }: Checked<UsageReport>,
): Promise<Checked<UsageReport>> {
  const known = await clients.known(
    table,
    good.map(({ value }) => value.clientId),
  );
  const isKnown = ({ value }: Row<UsageReport>) => known.has(value.clientId);
  const strangers = good
    .filter((row) => !isKnown(row))
    .map(({ value, place }) => ({
      ...place(['clientId']),
      reason: `no client is called "${value.clientId}": import its portfolio row first`,
    }));
  return { good: good.filter(isKnown), problems: inOrder([...problems, ...strangers]) };
}
