import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { renderReportHtml } from '#local/evaluation/render-report-html.ts';
import { renderReportText } from '#local/evaluation/render-report-text.ts';
import { testPredictiveAccuracy } from '#local/evaluation/test-predictive-accuracy.ts';
import { expectWritable } from '../expect-writable.ts';
import { bold, progress, say } from '../terminal.ts';

interface AccuracyOptions {
  readonly html?: string;
  readonly json?: boolean;
}

export const testPredictiveAccuracyCommand = (): Command =>
  new Command('test-predictive-accuracy')
    .description('Grade the shipped scoring on data inside the project: one real panel, one simulated portfolio.')
    .option('--html <file>', 'write the same as one self-contained page')
    .option('--json', 'answer with JSON instead of text')
    .action(test);

async function test({ html, json }: AccuracyOptions): Promise<void> {
  expectWritable(html);
  const counter = progress('months walked');
  const accuracy = await testPredictiveAccuracy((_, done, of) => counter.at(done, of)).finally(counter.end);
  const { real, simulated, remarks } = accuracy;
  if (html !== undefined) writeFileSync(html, renderReportHtml([real, simulated], remarks));
  say(json, accuracy, () =>
    [
      bold('REAL'),
      renderReportText(real),
      bold('SIMULATED'),
      renderReportText(simulated),
      bold('WHAT THIS PROVES'),
      ...remarks,
    ].join('\n'),
  );
}
