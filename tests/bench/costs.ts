import type { Usage } from './metered-table.ts';
import { type Row, rounded } from './row.ts';

/** List prices in US dollars, us-east-1, on demand, without any free tier. */
const price = {
  readUnit: 0.125e-6,
  writeUnit: 0.625e-6,
  apiRequest: 1e-6,
  lambdaRequest: 0.2e-6,
  lambdaGbSecond: 13.3334e-6,
  eventOnBus: 1e-6,
  queueRequest: 0.4e-6,
  mail: 0.1e-3,
} as const;
/** 512 MB, billed by the millisecond; the waiting for the table counts as well. */
const lambda = (ms: number) => price.lambdaRequest + 0.5 * (ms / 1000) * price.lambdaGbSecond;
const table = ({ readUnits, writeUnits }: Usage) => readUnits * price.readUnit + writeUnits * price.writeUnit;
/** A message is sent, received and deleted. */
const queued = 3 * price.queueRequest;

/** Assumed, because it depends on AWS alone: what one run takes there, in ms. */
const assumedMs = { event: 30, score: 150, mail: 200, turn: 3_000 } as const;
/** Most runs are answered in the first turn or, after a tool or a correction, the second. */
const turnsOfRun = 2;
const month = { events: 50_000, mails: 60, scores: 30, runs: 16 } as const;

/** The cost of a client-month from the units that were measured, and of a night of a million clients. */
export function costRows(
  of: (name: string) => Usage,
  secondsOfNight: number,
  clientsOfNight: number,
  turn: number,
): Row[] {
  const on = 'on one usage report';
  const event =
    price.apiRequest +
    lambda(assumedMs.event) +
    table(of(`receive-webhook, ${on}`)) +
    price.eventOnBus +
    lambda(5) +
    queued;
  const score = lambda(assumedMs.score) + table(of(`score-client, ${on}`)) + 2 * price.eventOnBus;
  const watch = lambda(assumedMs.score) + table(of(`watch-risk, ${on}`)) + queued;
  const mail =
    price.mail +
    lambda(assumedMs.mail) +
    table(of('send-mail, on a bad survey of 12 answers')) +
    price.eventOnBus +
    queued;
  const run = turnsOfRun * (turn + lambda(assumedMs.turn)) + price.eventOnBus + queued;
  const either = month.mails * mail + month.runs * run;
  const total = month.events * event + month.scores * (score + watch) + either;
  const worst = month.events * (event + score + watch) + either;
  const million = 1_000_000;
  const { readUnits, writeUnits } = of(`score-client, ${on}`);
  const dollars = (amount: number) => `$${rounded(amount)}`;
  return [
    {
      what: 'one event, delivered alone',
      value: `${dollars(event * million)} a million`,
      against: 'gateway, function, table, bus, queue',
    },
    { what: 'one score with its watch for risks', value: `${dollars((score + watch) * million)} a million` },
    {
      what: 'one mail',
      value: `${dollars(mail * 1000)} a thousand`,
      against: `of which SES ${dollars(price.mail * 1000)}`,
    },
    {
      what: `one run of an agent, ${turnsOfRun} turns (assumed) of Haiku 4.5`,
      value: `${dollars(run * 1000)} a thousand`,
      against: `of which the model ${dollars(turnsOfRun * turn * 1000)}, the mean of six agents`,
    },
    {
      what: `a client-month: ${rounded(month.events)} events, ${month.mails} mails, ${month.runs} runs, scored nightly`,
      value: dollars(total),
      against: `${dollars(worst)} if every event were scored by itself`,
    },
    {
      what: 'a night of 1,000,000 clients on AWS',
      value: dollars(million * (score + watch + queued)),
      against: `${rounded((million * writeUnits) / 1e6)} million write and ${rounded((million * readUnits) / 1e6)} million read units`,
    },
    {
      what: 'the same on this core',
      value: `${rounded((secondsOfNight / clientsOfNight) * (million / 3600))} hours`,
      against: 'proportional to what was measured',
    },
  ];
}
