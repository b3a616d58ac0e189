import { Command } from 'commander';
import { AppError } from '#shared/domain/errors.ts';
import type { Redriven } from '#shared/ports/redrive.ts';
import { columns, say } from '../terminal.ts';
import { type Reached, type StageOptions, withReach, withStageOptions } from './options.ts';

interface RedriveOptions extends StageOptions {
  readonly drop?: boolean;
}

export const redriveCommand = (): Command =>
  withStageOptions(new Command('redrive'))
    .description('Put dead letters back to where they are handled, once the cause of their failure is gone.')
    .argument('[function]', 'only those of this function, for example "score-client"')
    .option('--drop', 'remove the letters of the named function instead: what can never be handled')
    .action((functionName: string | undefined, options: RedriveOptions) =>
      withReach(options, async (reached) => {
        const redriven = await redrive(reached, functionName, options.drop ?? false);
        say(options.json, redriven, () => describe(redriven, options));
      }),
    );

async function redrive({ redrive, drain }: Reached, functionName: string | undefined, drop: boolean) {
  if (drop && functionName === undefined)
    throw new AppError('settings.invalid', { problem: 'name the function whose dead letters are to be dropped' });
  const known = redrive.functionNames;
  if (functionName !== undefined && !known.includes(functionName))
    throw new AppError('function.unknown', { functionName, known });

  const redriven: Redriven[] = [];
  for (const name of functionName === undefined ? known : [functionName])
    redriven.push(await redrive.of(name, { drop }));
  await drain?.();
  return redriven.filter(({ letters }) => letters > 0);
}

function describe(redriven: readonly Redriven[], { drop, stage }: RedriveOptions): string {
  if (redriven.length === 0) return 'There are no dead letters.';
  const done = drop ? 'Dropped' : 'Put back';
  const after = drop || stage ? '' : '\nWhat failed again is on the failures page.';
  return `${done}:\n${columns(redriven.map(({ functionName, letters }) => [functionName, String(letters)]))}${after}`;
}
