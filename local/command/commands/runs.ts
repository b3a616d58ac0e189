import { Command } from 'commander';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { clients } from '#shared/store/client.ts';
import { columns, say } from '../terminal.ts';
import { readBy, type StageOptions, withReach, withStageOptions } from './options.ts';

const shown = 50;

export const runsCommand = (): Command =>
  withStageOptions(new Command('runs'))
    .description('List what agents did, newest first: what came of each run, who wrote it and what it cost.')
    .argument('[client]', 'only of this client', readBy(ClientId))
    .action((clientId: ClientId | undefined, options: StageOptions) =>
      withReach(options, async ({ table }) => {
        if (clientId && !(await clients.get(table, clientId))) throw new AppError('client.not-found', { clientId });
        const runs = clientId ? await agentRuns.of(table, clientId, shown) : await agentRuns.newest(table, shown);
        say(options.json, runs, () =>
          runs.length === 0
            ? 'No agent ran yet.'
            : columns(
                runs.map(({ runId, writer, stopped, spent, outcome }) => [
                  runId,
                  stopped ? `${writer} (${stopped})` : writer,
                  `$${(spent.microDollars / 1_000_000).toFixed(4)}`,
                  outcome.join(' '),
                ]),
              ),
        );
      }),
    );
