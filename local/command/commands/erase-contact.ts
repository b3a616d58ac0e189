import { Command } from 'commander';
import { type ErasureRequest, eraseContact } from '#local/erasure/erase-contact.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { clients } from '#shared/store/client.ts';
import { say } from '../terminal.ts';
import { type Reached, readBy, type StageOptions, withReach, withStageOptions } from './options.ts';

interface Options extends StageOptions {
  readonly name: readonly string[];
  readonly address: readonly string[];
}

const collect = (text: string, before: readonly string[]) => [...before, text];

const after = `
Erased are the contact, its preferences, mails and messages; what others said of the person is searched for its names and
addresses and rewritten; its survey scores stay as those of nobody. The audit trail keeps a pseudonym, and a keyed hash of the
address sees to it that nobody writes to it again. Interrupted, run it again. Exports written before are yours to delete.

On a stage (--stage) your credentials need dynamodb:Scan, which no function has. Not reached there: what is on its way in queues, so
run "csm redrive" before and this command once more after a minute; the table's backups, which forget after 35 days.`;

export const eraseContactCommand = (): Command =>
  withStageOptions(new Command('erase-contact'))
    .description('Erase a person: afterwards nothing here tells of them.')
    .argument('<client>', 'a client\'s id, for example "big-12"', readBy(ClientId))
    .argument('<contact>', "the person's id at this client", readBy(ContactId))
    .option('--name <name>', 'a name of the person that texts may hold, "First Last"; may be repeated', collect, [])
    .option('--address <address>', 'another address of the person; may be repeated', collect, [])
    .addHelpText('after', after)
    .action((clientId: ClientId, contactId: ContactId, options: Options) =>
      withReach(options, async (reached) => {
        if (!(await clients.get(reached.table, clientId))) throw new AppError('client.not-found', { clientId });
        const request = { clientId, contactId, alsoNamed: options.name, alsoAt: options.address };
        const erased = await eraseFor(reached, request);
        say(options.json, { clientId, ...erased }, () => told(erased, options));
      }),
    );

type Erasing = Pick<Reached, 'clock' | 'drain' | 'compact' | 'whole'>;

/** What waits is handed over first, where that is done here, so that it cannot come back later; a file is rewritten last. */
export async function eraseFor({ clock, drain, compact, whole }: Erasing, request: ErasureRequest) {
  await drain?.();
  compact?.();
  const erased = await eraseContact({ ...whole, clock }, request);
  await drain?.();
  const late = await eraseContact({ ...whole, clock }, request);
  compact?.();
  const { pseudonym, before } = erased;
  return { pseudonym, before, deleted: erased.deleted + late.deleted, rewritten: erased.rewritten + late.rewritten };
}

const told = (
  { pseudonym, before, deleted, rewritten }: Awaited<ReturnType<typeof eraseFor>>,
  { stage }: StageOptions,
): string =>
  `${before ? 'This person had been erased before' : 'Erased'}: ${deleted} items deleted, ${rewritten} rewritten. The audit trail calls the person ${pseudonym.slice(0, 12)}.${stage === undefined ? '' : '\nRun it once more in a minute, for what was on its way meanwhile.'}`;
