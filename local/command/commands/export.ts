import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { dateIn } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { exportHistories } from '../export-histories.ts';
import { exportTable } from '../export-table.ts';
import { progress, say } from '../terminal.ts';
import { type Reached, type StageOptions, withReach, withStageOptions } from './options.ts';

interface ExportOptions extends StageOptions {
  readonly out?: string;
  readonly histories?: boolean;
}

export const exportCommand = (): Command =>
  withStageOptions(new Command('export'))
    .description(
      'Write everything recorded as JSON Lines, one item a line, always in the same order. It holds addresses.',
    )
    .option('--out <file>', 'write to this file, readable by you alone, instead of the output')
    .option('--histories', 'write monthly histories with outcomes instead, for "csm train" (docs/history-format.md)')
    .action((options: ExportOptions) => withReach(options, (reached) => writeExport(reached, options)));

async function writeExport({ table, clock }: Reached, { out, json, histories }: ExportOptions): Promise<void> {
  const exported = histories ? exportHistories(table, dateIn(businessZone, clock.now())) : exportTable(table);
  const counter = progress('items exported');
  let items = 0;
  async function* lines() {
    for await (const item of exported) {
      counter.at(++items);
      yield `${JSON.stringify(item)}\n`;
    }
  }
  if (out === undefined) return pipeline(Readable.from(lines()), process.stdout, { end: false }).finally(counter.end);

  // Written beside and then moved, so that nobody ever reads half an export.
  const unfinished = `${out}.unfinished`;
  await pipeline(Readable.from(lines()), createWriteStream(unfinished, { mode: 0o600 })).finally(counter.end);
  await rename(unfinished, out);
  say(json, { file: out, items }, () => `${items} items written to ${out}.`);
}
