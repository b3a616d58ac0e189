import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { count } from '#functions/dashboard/words.ts';
import { type ImportResult, importPortfolioFile, importUsageFile } from '#local/import/import-file.ts';
import type { Problem } from '#local/import/problem.ts';
import { AppError } from '#shared/domain/errors.ts';
import { progress, say } from '../terminal.ts';
import { type Reached, type StageOptions, withReach, withStageOptions } from './options.ts';

interface ImportOptions extends StageOptions {
  readonly keepGood?: boolean;
}

export const importCommand = (): Command =>
  new Command('import')
    .description(
      'Import what you have from a CSV or JSON file (docs/importing.md). Importing a file twice changes nothing.',
    )
    .addCommand(importing('portfolio', 'Import clients with their contracts and contacts.', importPortfolioFile))
    .addCommand(importing('usage', 'Import daily usage of clients.', importUsageFile));

const importing = (what: string, description: string, importFile: typeof importPortfolioFile) =>
  withStageOptions(new Command(what))
    .description(`${description} Nothing is imported unless every row is good. Clients concerned are scored again.`)
    .argument('<file>', 'CSV or JSON, in UTF-8')
    .option('--keep-good', 'import the good rows although others are not')
    .action(async (path: string, options: ImportOptions) => {
      const file = { name: basename(path), bytes: await read(path) };
      const work = async ({ table, clock, drain }: Reached) => {
        const rows = progress('rows imported');
        const { keepGood = false } = options;
        const wanted = { keepGood, onProgress: rows.at };
        const imported = await importFile(table, clock, file, wanted).finally(rows.end);
        const events = progress('events waiting');
        await drain?.(events.at).finally(events.end);
        return imported;
      };
      const result = await withReach(options, work, 'there or begun');
      sayProblems(path, result);
      say(options.json, result, () => summary(result));
      if (result.outcome === 'refused') process.exitCode = 1;
    });

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AppError(
      'import.unreadable',
      { file: path, why: cause instanceof Error ? cause.message : '' },
      { cause },
    );
  }
}

const sayProblems = (path: string, { problems }: ImportResult) => {
  for (const problem of problems) process.stderr.write(`${path}:${placeOf(problem)}: ${problem.reason}\n`);
};
const placeOf = ({ line, column, field }: Problem) => `${line}:${column}${field === undefined ? '' : ` ${field}`}`;

const summary = ({ outcome, imported, unchanged, problems }: ImportResult): string =>
  outcome === 'refused'
    ? `Nothing was imported: ${count(problems.length, 'problem')}. Correct ${problems.length === 1 ? 'it' : 'them'}, or add --keep-good to import the good rows.`
    : `${count(imported, 'row')} imported, ${unchanged} already known${problems.length > 0 ? `, ${count(problems.length, 'problem')} left out` : ''}.`;
