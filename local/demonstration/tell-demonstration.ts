import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { recordFacts } from '#local/import/record-facts.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  firstDay,
  type Instant,
  type IsoDate,
  instantOf,
  monthOf,
} from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Change, Table } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients, contacts, contracts } from '#shared/store/client.ts';
import { demonstration } from '#shared/store/demonstration.ts';
import { facts } from '#shared/store/fact.ts';
import { tableDescription } from '#shared/store/table.ts';
import { factsBetween } from './facts.ts';
import { leadersBefore } from './leadership-facts.ts';
import { demonstrationClients } from './portfolio.ts';
import type { Scenario } from './story.ts';

export interface DemonstrationOptions {
  /** Varies what chance decides in the stories. */
  readonly seed?: number;
  /** Whole months of history before the current one; 24 by default. */
  readonly months?: number;
  /** Called after each commit with the facts recorded so far. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Chosen so that chance does not spoil the stories: with another seed Big 12 may lose five athletic directors in a year. */
export const defaultSeed = 2;

/** What was added: how many facts, and the last day they tell of. Undefined when there is nothing to tell. */
export type Told = { readonly facts: number; readonly through: IsoDate } | undefined;

/**
 * Puts the simulated portfolio into a table without clients, with its history up to yesterday, and asks for every client to
 * be scored. Does nothing to a table that has clients and no demonstration; continues one that was begun.
 */
export async function loadDemonstration(table: Table, clock: Clock, options: DemonstrationOptions = {}): Promise<Told> {
  if (!(await demonstration.marker(table))) {
    for await (const _ of clients.all(table)) return undefined;
    const startedOn = dateIn(businessZone, clock.now());
    const history = firstDay(addMonths(monthOf(startedOn), -(options.months ?? 24)));
    const marker = { seed: options.seed ?? defaultSeed, startedOn, toldThrough: addDays(history, -1) };
    const leaders = leadersBefore(marker, history).map(facts.record);
    await table.commit([...portfolioOf(startedOn), ...leaders, demonstration.begin(marker)]);
  }
  return continueDemonstration(table, clock, options);
}

/**
 * Records the days between the last one told and today (today itself is not over). One or two days are announced fact by
 * fact, like anything that arrives; a longer gap is recorded quietly and ends with one scoring per client, but for what people
 * wrote of late, which is announced to be read. Does nothing without a demonstration.
 */
export async function continueDemonstration(
  table: Table,
  clock: Clock,
  { onProgress }: DemonstrationOptions = {},
): Promise<Told> {
  const marker = await demonstration.marker(table);
  const through = addDays(dateIn(businessZone, clock.now()), -1);
  if (!marker || through <= marker.toldThrough) return undefined;
  const told = [...factsBetween(marker, addDays(marker.toldThrough, 1), through)];
  const advance = demonstration.advance(marker, through);
  if (daysBetween(marker.toldThrough, through) <= announcedDays && told.length < tableDescription.limits.changes)
    await table.commit([...told.map(facts.announce), advance]);
  else {
    const last = [advance, ...scoringsOf(marker, through, instantOf(clock.now()))];
    const since = addDays(through, -daysReadAgain);
    const isToBeRead = ({ type, detail }: Fact) =>
      type === 'survey.answered' && detail.comment !== undefined && detail.date > since;
    await recordFacts(table, told, last, (done) => onProgress?.(done, told.length), isToBeRead);
  }
  return { facts: told.length, through };
}

const announcedDays = 2;
const daysReadAgain = 60;

function scoringsOf({ startedOn }: Scenario, through: IsoDate, time: Instant): Change[] {
  return demonstrationClients({ startedOn }).map(({ client: { clientId } }) =>
    announce(eventOf(ScoringDue, `demonstration:${through}:${clientId}`, time, { clientId })),
  );
}

function portfolioOf(startedOn: IsoDate): Change[] {
  return demonstrationClients({ startedOn }).flatMap(({ client, contract, contacts: people }) => [
    clients.put(client),
    ...(contract ? [contracts.put(contract)] : []),
    ...people.map(contacts.put),
  ]);
}
