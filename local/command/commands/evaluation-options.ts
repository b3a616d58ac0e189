import { basename } from 'node:path';
import type { Command } from 'commander';
import { readModel } from '#local/evaluation/read-model.ts';
import type { PredictionModel } from '#shared/domain/prediction/model.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';

/** What the commands that read a file of histories understand. */
export interface EvaluationOptions {
  readonly historicalData: string;
  readonly model?: string;
  readonly json?: boolean;
}

/** Adds the options of commands that read histories. They touch nothing of what the system keeps. */
export const withEvaluationOptions = (command: Command): Command =>
  command
    .requiredOption('--historical-data <file>', 'histories as JSON Lines, plain or .gz (docs/history-format.md)')
    .option('--model <file>', 'a model that "csm train" wrote, instead of the shipped one')
    .option('--json', 'answer with JSON instead of text');

export const modelOf = ({ model }: EvaluationOptions): PredictionModel =>
  model === undefined ? shippedModel : readModel(model);

/** What a report says of the data it was given: we cannot know more than the file's name. */
export const nameOf = ({ historicalData }: EvaluationOptions): string => `the file ${basename(historicalData)}`;
