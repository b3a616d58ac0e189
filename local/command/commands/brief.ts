import { Command } from 'commander';
import { briefClient } from '#functions/brief-client/brief.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { describeAnswer } from '../describe-run.ts';
import { say } from '../terminal.ts';
import { type CommonOptions, readBy, withCommonOptions, withData } from './options.ts';

export const briefCommand = (): Command =>
  withCommonOptions(new Command('brief'))
    .description(
      'Write the page to read before a meeting: where a client stands, what changed, risks, promises, what to say.',
    )
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .action((clientId: ClientId, options: CommonOptions) =>
      withData(options, async ({ runtime }) => {
        const run = answered(await briefClient(runtime, clientId));
        say(options.json, run, () => describeAnswer(run));
      }),
    );

/** The run there is, unless agents are off. */
export function answered(run: AgentRun | undefined): AgentRun {
  if (run) return run;
  throw new AppError('settings.invalid', {
    problem: 'all agents are switched off; "csm agents on" lets them run again',
  });
}
