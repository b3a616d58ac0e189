import { Argument, Command } from 'commander';
import { switchAgents } from '#functions/decide-proposal/switch-agents.ts';
import { agentSwitches } from '#shared/store/agent-control.ts';
import { say } from '../terminal.ts';
import { type StageOptions, withReach, withStageOptions } from './options.ts';

interface Options extends StageOptions {
  readonly because?: string;
}

export const agentsCommand = (): Command =>
  withStageOptions(new Command('agents'))
    .description('Say whether agents may run, stop them all at once, or let them run again.')
    .addArgument(new Argument('[switch]', 'what is to be').choices(['on', 'off']))
    .option('--because <text>', 'why they are stopped, for whoever looks at the desk')
    .action((to: 'on' | 'off' | undefined, options: Options) =>
      withReach(options, async ({ table, clock }) => {
        if (to) await switchAgents({ table, clock }, to, options.because ?? 'the operator stopped them');
        const { agentSwitch } = await agentSwitches.get(table);
        say(options.json, agentSwitch, () =>
          agentSwitch.state === 'on'
            ? 'Agents may run.'
            : `All agents are off since ${agentSwitch.since}: ${agentSwitch.because}.`,
        );
      }),
    );
