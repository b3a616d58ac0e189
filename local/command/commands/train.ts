import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { modelFile, train } from '#local/evaluation/train.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { PredictionModel } from '#shared/domain/prediction/model.ts';
import { dateIn } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { models } from '#shared/store/model.ts';
import { expectWritable } from '../expect-writable.ts';
import { columns, say } from '../terminal.ts';
import { withData } from './options.ts';

interface TrainOptions {
  readonly historicalData: readonly string[];
  readonly out: string;
  readonly simulated?: boolean;
  readonly use?: boolean;
  readonly data: string;
  readonly json?: boolean;
}

export const trainCommand = (): Command =>
  new Command('train')
    .description('Learn the trend and renewal models from histories with outcomes. Each file is a book of its own.')
    .requiredOption('--historical-data <files...>', 'histories as JSON Lines, plain or .gz (docs/history-format.md)')
    .requiredOption('--out <file>', 'where the model goes')
    .option('--simulated', 'label the model as learned from simulated clients')
    .option('--use', 'make it the model of the forecasts here, instead of the shipped one')
    .option('--data <dir>', 'with --use: where everything is kept', '.data')
    .option('--json', 'answer with JSON instead of text')
    .action(trainModels);

async function trainModels(options: TrainOptions): Promise<void> {
  const { historicalData, out, simulated = false, use, json } = options;
  expectWritable(out);
  process.stderr.write('learning; a hundred clients take about half a minute, and most of it goes by without a word\n');
  const description = `${simulated ? 'simulated: ' : ''}${historicalData.map((file) => basename(file)).join(', ')}`;
  const model = await train(historicalData, {
    date: dateIn(businessZone, new Date()),
    description,
    simulated,
  }).catch((cause: unknown) => {
    if (cause instanceof RangeError) throw new AppError('training.too-little', { problem: cause.message }, { cause });
    throw cause;
  });
  writeFileSync(out, modelFile(model));
  if (use) await withData(options, ({ runtime }) => runtime.table.commit([models.use(model)]), 'there or begun');
  say(json, { file: out, trainedOn: model.trainedOn, metrics: model.metrics }, () => describe(model, out));
}

const describe = ({ trainedOn, metrics }: PredictionModel, out: string) =>
  [
    `Learned from ${trainedOn.clients} clients (${trainedOn.data}): ${trainedOn.trendPoints} trend points, ${trainedOn.renewals} renewals.`,
    ...(Object.keys(metrics).length > 0
      ? [
          'On clients held out of the learning:',
          columns(Object.entries(metrics).map(([name, value]) => [`  ${name}`, value.toFixed(3)])),
        ]
      : ['Too few to hold any out of the learning, so how well it foretells others is not known.']),
    `Written to ${out}.`,
  ].join('\n');
