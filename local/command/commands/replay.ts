import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import { replay } from '#functions/ask-client/replay.ts';
import { RunId } from '#shared/domain/agents/run.ts';
import { AppError } from '#shared/domain/errors.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { say } from '../terminal.ts';
import { type CommonOptions, readBy, withCommonOptions, withData } from './options.ts';

export const replayCommand = (): Command =>
  withCommonOptions(new Command('replay'))
    .description(
      'Run an agent’s recorded run again with what the model said then; nothing is changed. Exit code 1 if it ends otherwise.',
    )
    .argument('<run>', 'the id of a run, as "csm runs" lists them', readBy(RunId))
    .action((runId: RunId, options: CommonOptions) =>
      withData(options, async ({ runtime: { table, clock } }) => {
        const run = await agentRuns.get(table, runId);
        if (!run) throw new AppError('run.not-found', { runId });
        const { ending } = await replay(run, clock);
        const before = run.stopped ? { stop: run.stopped } : { answer: run.answer };
        const same = isDeepStrictEqual(ending, before);
        say(options.json, { runId, same, before, now: ending }, () =>
          same
            ? `It ends as before: ${run.stopped ?? 'answered'}.`
            : `It ends otherwise.\nthen ${JSON.stringify(before)}\nnow  ${JSON.stringify(ending)}`,
        );
        if (!same) process.exitCode = 1;
      }),
    );
