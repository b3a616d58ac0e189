import { Command } from 'commander';
import * as z from 'zod';
import { continueDemonstrationDaily } from '#local/demonstration/continue-demonstration.ts';
import { humanLog } from '#local/runtime/human-log.ts';
import { listen } from '#local/runtime/listen.ts';
import { nextAfter } from '#local/runtime/scheduler.ts';
import { Instant, IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { interruption } from '../interruption.ts';
import { defaultPort, type OpenData, openData } from '../open-data.ts';
import { prepare } from '../prepare.ts';
import { beTheOneStarted } from '../started.ts';
import { welcome } from '../welcome.ts';
import { type CommonOptions, readBy, withCommonOptions } from './options.ts';

interface StartOptions extends CommonOptions {
  readonly port: number;
  readonly empty?: boolean;
  readonly at?: Date;
  readonly speed: number;
}

const aPort = 'use a number from 0 to 65535';
const Port = z.coerce.number(aPort).pipe(z.int(aPort).min(0, aPort).max(65_535, aPort));
const aSpeed = 'use a number above 0, at most 1000000';
const Speed = z.coerce.number(aSpeed).pipe(z.number().positive(aSpeed).max(1_000_000, aSpeed));
/** A day means its morning, before anybody is at work. */
const Beginning = z.union(
  [
    IsoDate.transform((date) => nextAfter({ at: '07:00', zone: businessZone }, new Date(`${date}T00:00:00Z`))),
    Instant.transform((instant) => new Date(instant)),
  ],
  'use a real date as YYYY-MM-DD, or a UTC time such as 2026-11-20T14:03:00.000Z',
);

const aboutTime = `
Business time is the real time until --at or --speed moves it. When that left it ahead, the next start goes on from there;
it never runs backwards in one directory.`;

export const startCommand = (): Command =>
  withCommonOptions(new Command('start'))
    .description('Run everything in this process: the webhooks, the scoring, the pages. Ctrl-C ends it.')
    .option(
      '--port <number>',
      'where the pages and webhooks are served, 0 for any free port',
      readBy(Port),
      defaultPort,
    )
    .option('--empty', 'do not load the demonstration portfolio on the first start')
    .option('--at <date>', 'begin at 07:00 (business time) of this day, or at this UTC instant', readBy(Beginning))
    .option('--speed <factor>', 'how fast time passes: 3600 is an hour a second', readBy(Speed), 1)
    .addHelpText('after', aboutTime)
    .action(start);

async function start(options: StartOptions): Promise<void> {
  const { data, port, at, speed, json } = options;
  const interrupted = interruption();
  const tell = (step: string) => void (json ? undefined : process.stdout.write(`${step}\n`));
  const log = humanLog(json ? 'warn' : 'info');
  const opened = await openData({ directory: data, log, at, speed, port, also: [continueDemonstrationDaily] });
  let letGo: (() => void) | undefined;
  try {
    const { runtime } = opened;
    letGo = beTheOneStarted(data);
    tell(`Opened ${opened.databaseFile}${timeOf(opened, speed)}.`);
    // Before the work, so that a port in use is noticed at once.
    const listening = await listen(runtime.app, port);
    try {
      const clients = await prepare(opened, !options.empty, tell);
      runtime.start();
      const [secret = ''] = await opened.secrets.active('webhooks/usage');
      const about = { url: listening.url, now: runtime.clock.now(), clients, secret, secretsFile: opened.secretsFile };
      if (json)
        process.stdout.write(`${JSON.stringify({ url: listening.url, data, secretsFile: opened.secretsFile })}\n`);
      tell(welcome({ ...about, directory: data }));
      await interrupted;
      tell('\nEnding: finishing what is under way.');
    } finally {
      await listening.close();
    }
  } finally {
    await opened.runtime.close();
    letGo?.();
  }
  tell(`Ended. Everything is in ${data}.`);
}

const timeOf = ({ runtime }: OpenData, speed: number): string => {
  const now = runtime.clock.now();
  const shifted = Math.abs(now.getTime() - Date.now()) > 60_000;
  return shifted || speed !== 1 ? `; business time is ${instantOf(now)}, passing ${speed} times as fast` : '';
};
