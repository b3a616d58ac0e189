import { Command } from 'commander';
import { pause, resume, type SendingSwitch, stopped } from '#shared/domain/mail/sending-switch.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { say } from '../terminal.ts';
import { type Reached, type StageOptions, withReach, withStageOptions } from './options.ts';

export const pauseCommand = (): Command =>
  switchCommand('pause', 'Stop all mail to clients until "csm resume"; mail to the operator still goes.', pause);

export const resumeCommand = (): Command =>
  switchCommand('resume', 'Let mail to clients go again; what waited goes out within five minutes.', resume);

type Move = (of: SendingSwitch, now: Date) => SendingSwitch;

const switchCommand = (name: string, description: string, move: Move): Command =>
  withStageOptions(new Command(name))
    .description(description)
    .action((options: StageOptions) =>
      withReach(options, async (reached) => {
        const now = await moveSwitch(reached, move);
        say(options.json, now, () => describe(now));
      }),
    );

const moveSwitch = ({ table, clock }: Reached, move: Move): Promise<SendingSwitch> =>
  retryOnConflict(async () => {
    const stored = await sendingSwitches.get(table);
    const after = move(stored.sendingSwitch, clock.wall());
    await table.commit([sendingSwitches.move(stored, after)]);
    return after;
  });

function describe(now: SendingSwitch): string {
  const why = stopped(now);
  if (why === undefined) return 'Mail to clients goes out.';
  const tripped = now.tripped ? ' Look into the cause, then let it go again on the calendar page.' : '';
  return `Mail to clients is ${why.replace(/^stopped by itself/, 'stopped')}.${tripped}`;
}
