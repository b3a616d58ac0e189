import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { allHistories } from '#local/evaluation/read-histories.ts';
import { renderReportHtml } from '#local/evaluation/render-report-html.ts';
import { renderReportText } from '#local/evaluation/render-report-text.ts';
import { missedRequirements, parseRequirement, requirable } from '#local/evaluation/requirements.ts';
import { validationOf } from '#local/evaluation/validation-of.ts';
import { validateScoring } from '#shared/domain/prediction/proof/validate-scoring.ts';
import { expectWritable } from '../expect-writable.ts';
import { progress, say } from '../terminal.ts';
import { type EvaluationOptions, modelOf, nameOf, withEvaluationOptions } from './evaluation-options.ts';

type Requirement = ReturnType<typeof parseRequirement>;
interface ValidateOptions extends EvaluationOptions {
  readonly html?: string;
  readonly require: readonly Requirement[];
}

export const validateScoringCommand = (): Command =>
  withEvaluationOptions(new Command('validate-scoring'))
    .description('Walk forward through histories with outcomes and grade what would have been said each month.')
    .option('--html <file>', 'write the same as one self-contained page')
    .option(
      '--require <name=value>',
      `fail with 1 when a bar is missed; may be repeated; names: ${requirable.join(', ')}`,
      (text, before: readonly Requirement[]) => [...before, readRequirement(text)],
      [] as readonly Requirement[],
    )
    .action(validate);

async function validate(options: ValidateOptions): Promise<void> {
  expectWritable(options.html);
  const read = await allHistories(options.historicalData);
  const { histories, options: validation } = validationOf(read, modelOf(options), nameOf(options));
  const counter = progress('months walked');
  const report = validateScoring(histories, validation, (_, done, of) => counter.at(done, of));
  counter.end();

  const missed = missedRequirements(report, options.require);
  if (options.html !== undefined) writeFileSync(options.html, renderReportHtml([report]));
  say(options.json, { ...report, missed }, () => renderReportText(report));
  for (const sentence of missed) process.stderr.write(`csm: ${sentence}\n`);
  if (missed.length > 0) process.exitCode = 1;
}

function readRequirement(text: string): Requirement {
  try {
    return parseRequirement(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
