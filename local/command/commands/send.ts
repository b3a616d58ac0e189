import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { webhookSources } from '#events/catalogue.ts';
import { secretsFile } from '#local/runtime/secrets-file.ts';
import { AppError } from '#shared/domain/errors.ts';
import { webhookSecret } from '#shared/ports/secrets.ts';
import { defaultPort } from '../open-data.ts';
import { signWebhook } from '../sign-webhook.ts';
import { say } from '../terminal.ts';
import { type CommonOptions, withCommonOptions } from './options.ts';

interface SendOptions extends CommonOptions {
  readonly url: string;
  readonly id?: string;
  readonly curl?: boolean;
}

export const sendCommand = (): Command =>
  withCommonOptions(new Command('send'))
    .description('Sign a report as another system would, and send it to a running "csm start".')
    .addArgument(new Argument('<source>', 'which webhook it is for').choices([...webhookSources]))
    .argument('<body>', 'the JSON itself, or the path of a file that holds it, or - to read the input')
    .option('--url <url>', 'where it runs', `http://localhost:${defaultPort}`)
    .option('--id <id>', "the delivery's webhook-id; sending one twice changes nothing (default: a new one)")
    .option('--curl', 'print a signed curl command instead of sending; it is valid for five minutes')
    .action(send);

async function send(source: string, given: string, options: SendOptions): Promise<void> {
  const body = readBody(given);
  const headers = signWebhook(
    await newestSecret(source, options),
    options.id ?? `csm-${randomUUID()}`,
    new Date(),
    body,
  );
  const url = new URL(`/webhooks/${source}`, options.url).href;
  if (options.curl) return say(options.json, { url, headers, body }, () => curl(url, headers, body));

  const response = await fetch(url, { method: 'POST', headers, body }).catch((cause: unknown) => {
    throw new AppError(
      'settings.invalid',
      { problem: `nothing answers at ${options.url}; run "npm start", or give --url` },
      { cause },
    );
  });
  const answer = await response.json();
  say(options.json, { status: response.status, answer }, () => `${response.status} ${JSON.stringify(answer)}`);
  if (!response.ok) process.exitCode = 1;
}

const readBody = (given: string) =>
  /^\s*[[{]/.test(given) ? given : readFileSync(given === '-' ? process.stdin.fd : given, 'utf8');

async function newestSecret(source: string, { data }: SendOptions): Promise<string> {
  const path = join(data, 'secrets.json');
  if (!existsSync(path))
    throw new AppError('settings.invalid', {
      problem: `there is no secret in ${data} yet; run "npm start" first, or give --data`,
    });
  const [secret] = await secretsFile(path).active(webhookSecret(source));
  if (secret === undefined) throw new AppError('secret.missing', { source });
  return secret;
}

const curl = (url: string, headers: Readonly<Record<string, string>>, body: string) =>
  [
    `curl -i ${url}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-binary ${quoted(body)}`,
  ].join(' \\\n  ');

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
