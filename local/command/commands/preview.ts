import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Argument, Command } from 'commander';
import { loadOffice } from '#functions/dispatch-mail/load-office.ts';
import { previewMail } from '#functions/dispatch-mail/preview-mail.ts';
import type { Runtime } from '#local/runtime/runtime.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { AppError } from '#shared/domain/errors.ts';
import { show } from '#shared/domain/grounding/show.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { everyClient } from '../every-client.ts';
import { findOccasion } from '../find-occasion.ts';
import { bold, say } from '../terminal.ts';
import { type CommonOptions, withCommonOptions, withData } from './options.ts';

interface PreviewOptions extends CommonOptions {
  readonly out?: string;
  readonly text?: boolean;
}

export const previewCommand = (): Command =>
  withCommonOptions(new Command('preview'))
    .description(
      'Write a mail as its recipient would see it, without sending it: the one that waits, or the nearest in time.',
    )
    .addArgument(new Argument('<kind>', 'what kind of mail').choices(MessageKind.options))
    .argument('<client>', 'a client\'s id, for example "big-12"')
    .option(
      '--out <file>',
      'where to write it; by default previews/KIND-CLIENT.html in the data directory, and a text to the screen',
    )
    .option('--text', 'its text part instead of its HTML')
    .action((kind: MessageKind, clientId: string, options: PreviewOptions) =>
      withData(options, async ({ runtime }) => {
        const preview = await previewOf(runtime, kind, await clientOf(runtime, clientId));
        const file = fileFor(kind, clientId, options);
        if (file) await write(file, options.text ? preview.text : preview.html);
        const { html, ...rest } = preview;
        say(options.json, file ? { ...rest, file } : { ...rest, html }, () =>
          options.text && !file ? preview.text : describe(preview, file),
        );
      }),
    );

function fileFor(kind: MessageKind, clientId: string, { out, text, json, data }: PreviewOptions): string | undefined {
  if (out !== undefined || text || json) return out;
  return join(data, 'previews', `${kind}-${clientId}.html`);
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function clientOf({ table }: Runtime, text: string): Promise<Client> {
  const all = await everyClient(table);
  const { data: clientId } = ClientId.safeParse(text);
  const client = all.find((each) => each.clientId === clientId);
  if (client) return client;
  const known = all.map((each) => each.clientId).join(', ');
  const problem = `No client has the id "${text}". ${known ? `There are: ${known}` : 'None is known yet'}.`;
  throw new AppError('client.not-found', { problem });
}

async function previewOf({ table, clock }: Runtime, kind: MessageKind, client: Client) {
  const office = await loadOffice(table, client.clientId, clock.now());
  const occasion = office && (await findOccasion(table, office, kind));
  if (!office || !occasion) throw new AppError('preview.no-occasion', { problem: whyNone(kind, client) });
  const { message, moment } = occasion;
  const { mail, contact } = await previewMail(table, message, moment);
  const name = catalogue[kind].name.toLowerCase();
  if ('missing' in mail)
    throw new AppError('preview.no-occasion', {
      problem: `The ${name} to ${client.name} cannot be written: ${mail.missing.join(', ')} is not known.`,
    });
  const { subject, html, text, problems, stated } = mail;
  const facts = stated.map((fact) => ({
    id: fact.id,
    says: fact.says,
    reads: show(fact, 'en-US'),
    sources: fact.sources,
  }));
  const on: IsoDate = dateIn(client.timeZone, moment);
  return {
    kind,
    to: contact.email,
    role: contact.role,
    subject,
    because: message.because,
    on,
    problems,
    facts,
    text,
    html,
  };
}

const whyNone = (kind: MessageKind, { name, status }: Client) =>
  status === 'active'
    ? `Nothing recorded of ${name} gives occasion for this kind of mail: ${catalogue[kind].name.toLowerCase()}.`
    : `${name} is not an active client (${status}), so no mail goes there.`;

const describe = (preview: Awaited<ReturnType<typeof previewOf>>, file: string | undefined): string =>
  [
    `${bold(preview.subject)}`,
    `to ${preview.to} on ${preview.on}. ${preview.because}`,
    ...preview.problems.map((problem) => `It would not be sent: ${problem}`),
    ...(file ? [`Written to ${file}`] : []),
  ].join('\n');
