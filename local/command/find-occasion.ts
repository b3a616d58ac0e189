import { loadOffice, type Office } from '#functions/dispatch-mail/load-office.ts';
import { messageFrom } from '#functions/plan-mail/message-from.ts';
import type { Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { openTrackRecord } from '#shared/domain/figures/track-record.ts';
import { emptyLedger } from '#shared/domain/mail/ledger.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { dueMessages } from '#shared/domain/programmes/due-messages.ts';
import { localMoment } from '#shared/domain/programmes/proposal.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, IsoDate } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { facts } from '#shared/store/fact.ts';
import { messages } from '#shared/store/message.ts';

/** A message of a kind, and the moment at which it would be written. */
export interface Occasion {
  readonly message: WaitingMessage;
  readonly moment: Date;
}

/** How many days before and after today an occasion is looked for. */
const reach = 400;
const beginning = IsoDate.parse('2000-01-01');
const noon = 12 * 60;

/**
 * The message of a kind that waits at a client; else the one that its programmes propose on the day nearest to today, the
 * past first, for of the past more is known. Undefined when there is no occasion within a year.
 */
export async function findOccasion(
  table: TableReader,
  { client, contract, contacts, today, now }: Office,
  kind: MessageKind,
): Promise<Occasion | undefined> {
  const waits = (await messages.waiting(table)).find((each) => each.clientId === client.clientId && each.kind === kind);
  if (waits) return { message: waits, moment: new Date(now) };

  const recorded = await facts.between(table, client.clientId, beginning, today);
  const found = nearestDay(today, (day) =>
    proposalsOn(day, { client, contract, contacts, recorded }).find((each) => each.kind === kind),
  );
  if (!found) return undefined;
  const moment = new Date(localMoment(client.timeZone, found.day, noon));
  const then = await officeThen(table, client.clientId, moment);
  return { message: messageFrom(found.answer, then, emptyLedger(client.clientId)), moment };
}

async function officeThen(table: TableReader, clientId: ClientId, moment: Date): Promise<Office> {
  const office = await loadOffice(table, clientId, moment);
  if (!office) throw new Error('the client was there a moment ago');
  return office;
}

function nearestDay<T>(today: IsoDate, ask: (day: IsoDate) => T | undefined): { day: IsoDate; answer: T } | undefined {
  const past = Array.from({ length: reach }, (_, i) => addDays(today, -i));
  const future = Array.from({ length: reach }, (_, i) => addDays(today, 1 + i));
  for (const day of [...past, ...future]) {
    const answer = ask(day);
    if (answer !== undefined) return { day, answer };
  }
  return undefined;
}

interface Known {
  readonly client: Client;
  readonly contract: Contract | undefined;
  readonly contacts: readonly Contact[];
  readonly recorded: readonly Fact[];
}

const proposalsOn = (today: IsoDate, { client, contract, contacts, recorded }: Known) =>
  dueMessages({
    record: openTrackRecord({ client, contract, facts: recorded, today }),
    contacts,
    policies: catalogue,
    calendar: mailCalendar(client, today),
  });
