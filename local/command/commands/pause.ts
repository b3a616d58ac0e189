import { Command } from 'commander';
import { actOnAll } from '#functions/decide-mail/act-on-all.ts';
import { humanLog } from '#local/runtime/human-log.ts';
import { type SendingSwitch, stopped } from '#shared/domain/mail/sending-switch.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { say } from '../terminal.ts';
import { type StageOptions, withReach, withStageOptions } from './options.ts';

export const pauseCommand = (): Command =>
  switchCommand('pause', 'Stop all mail to clients until "csm resume"; mail to the operator still goes.');

export const resumeCommand = (): Command =>
  switchCommand(
    'resume',
    'Let mail to clients go again, within five minutes. Where it stopped by itself, this says that you have found the cause.',
  );

/** By the same way as the buttons of the calendar page. */
const switchCommand = (act: 'pause' | 'resume', description: string): Command =>
  withStageOptions(new Command(act))
    .description(description)
    .action((options: StageOptions) =>
      withReach(options, async ({ table, clock, drain }) => {
        await actOnAll(act)({ table, clock, log: humanLog('warn') });
        await drain?.();
        const { sendingSwitch } = await sendingSwitches.get(table);
        say(options.json, sendingSwitch, () => describe(sendingSwitch));
      }),
    );

const describe = (now: SendingSwitch): string =>
  stopped(now) === undefined ? 'Mail to clients goes out.' : `Mail to clients is ${stopped(now)}.`;
