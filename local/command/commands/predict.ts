import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { allHistories } from '#local/evaluation/read-histories.ts';
import { predict } from '#shared/domain/prediction/predict.ts';
import { progress, say } from '../terminal.ts';
import { type EvaluationOptions, modelOf, withEvaluationOptions } from './evaluation-options.ts';

interface PredictOptions extends EvaluationOptions {
  readonly out: string;
}

export const predictCommand = (): Command =>
  withEvaluationOptions(new Command('predict'))
    .description(
      'Say, for every client and month from its twelfth on, what could have been said at the end of that month.',
    )
    .requiredOption('--out <file>', 'where the predictions go, one JSON object a line')
    .action(writePredictions);

async function writePredictions(options: PredictOptions): Promise<void> {
  const model = modelOf(options);
  const histories = await allHistories(options.historicalData);
  const counter = progress('predictions written');
  let written = 0;
  function* lines() {
    for (const prediction of predict(histories, model)) {
      counter.at(++written);
      yield `${JSON.stringify(prediction)}\n`;
    }
  }
  // Written beside and then moved, so that nobody ever reads half of it.
  const unfinished = `${options.out}.unfinished`;
  await pipeline(Readable.from(lines()), createWriteStream(unfinished)).finally(counter.end);
  await rename(unfinished, options.out);
  say(
    options.json,
    { file: options.out, clients: histories.length, predictions: written },
    () => `${written} predictions for ${histories.length} clients written to ${options.out}.`,
  );
}
