import type { FunctionDefinition } from '#functions/define-function.ts';
import { functions as registry } from '#functions/index.ts';
import type { OpenData } from '#local/command/open-data.ts';
import { openRuntime } from '#local/runtime/runtime.ts';
import {
  addMonths,
  dateIn,
  daysBetween,
  firstDay,
  type IsoDate,
  instantOf,
  monthOf,
} from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { contacts } from '#shared/store/client.ts';
import { holdMeetings } from './hold-meetings.ts';
import { demonstrationClients } from './portfolio.ts';

/** Those that write to clients, and what they need of the others. */
const ofMail = [
  'publish-outbox',
  'schedule-mail',
  'plan-mail',
  'dispatch-mail',
  'send-mail',
  'take-up-mail',
  'arrange-meeting',
];
export const mailFunctions: readonly FunctionDefinition[] = registry.filter(({ name }) => ofMail.includes(name));

const hour = 3_600_000;
const day = 24 * hour;
/** An office's day has passed when each of its hours was looked at now and then. */
const stepMs = 4 * hour;
/** Long enough ago that their welcome has been planned and waits for approval. */
const joinedHoursAgo = 36;
const newcomers = (startedOn: IsoDate) =>
  demonstrationClients({ startedOn }).flatMap((client) => client.newcomers.map(contacts.put));

interface Replayed {
  readonly since: IsoDate;
  readonly days: number;
}

/**
 * Lives the mail of the last weeks anew, so that whoever starts the demonstration for the first time sees what went out and
 * why: with the functions that run every day, on a clock that begins on the first of the month before, whose reviews the
 * portfolio counts, and ends now.
 */
export async function replayMail(
  machine: OpenData['machine'],
  now: Date,
  onProgress: (day: number, of: number) => void = () => {},
): Promise<Replayed> {
  const today = dateIn(businessZone, now);
  const since = firstDay(addMonths(monthOf(today), -1));
  let time = Date.parse(`${since}T12:00:00Z`);
  const clock = { now: () => new Date(time), wall: () => new Date(time) };
  const begun = time;
  const days = daysBetween(since, today);
  const log = { ...machine.log, info: () => {} };
  const runtime = openRuntime({ ...machine, log, clock, functions: mailFunctions });
  try {
    const joining = now.getTime() - joinedHoursAgo * hour;
    for (; time < now.getTime() - stepMs; time += stepMs) {
      if (time >= joining - stepMs && time < joining) await runtime.table.commit(newcomers(today));
      await runtime.wakeDue();
      await runtime.drain();
      onProgress(Math.floor((time - begun) / day), days);
      if (instantOf(clock.now()).slice(11, 13) === '20') await holdMeetings(runtime.table, clock);
    }
  } finally {
    await runtime.close();
  }
  return { since, days };
}
