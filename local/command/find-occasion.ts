import { planMeeting } from '#functions/arrange-meeting/plan-meeting.ts';
import { loadOffice, type Office } from '#functions/dispatch-mail/load-office.ts';
import { messageFrom } from '#functions/plan-mail/message-from.ts';
import type { Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { meetingFacts } from '#shared/domain/figures/occasion-facts.ts';
import { openTrackRecord } from '#shared/domain/figures/track-record.ts';
import { emptyLedger } from '#shared/domain/mail/ledger.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { dueMessages } from '#shared/domain/programmes/due-messages.ts';
import { localMoment, type Proposal } from '#shared/domain/programmes/proposal.ts';
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
/** Days after the contract began in which a client is introduced. */
const introductionDays = 120;
const beginning = IsoDate.parse('2000-01-01');
const noon = 12 * 60;

/**
 * The message of a kind that waits at a client; else the one that its programmes propose on the day nearest to today, the
 * past first, for of the past more is known. Undefined when there is no occasion within a year, nor was at the beginning.
 */
export async function findOccasion(
  table: TableReader,
  office: Office,
  kind: MessageKind,
): Promise<Occasion | undefined> {
  const { client, contract, contacts, today, now } = office;
  const waits = (await messages.waiting(table)).find((each) => each.clientId === client.clientId && each.kind === kind);
  if (waits) return { message: waits, moment: new Date(now) };

  if (kind === 'meeting-notice') return noticeOf(office);

  const recorded = await facts.between(table, client.clientId, beginning, today);
  const found = firstDayThat(daysToAsk(kind, today, contract), (day) =>
    proposalsOn(day, { client, contract, contacts, recorded }).find((each) => each.kind === kind),
  );
  if (!found) return undefined;
  const moment = new Date(localMoment(client.timeZone, found.day, noon));
  const then = await officeThen(table, client.clientId, moment);
  const message = messageFrom(found.answer, then, emptyLedger(client.clientId), undefined);
  return {
    message: { ...message, facts: [...message.facts, ...(await meetingOf(table, then, found.answer))] },
    moment,
  };
}

/** As if the latest meeting had got the time it has from another, told the day before. Undefined where there is none. */
function noticeOf(office: Office): Occasion | undefined {
  const [meeting] = office.meetings;
  const [contactId] = meeting?.contactIds ?? [];
  if (!meeting || !contactId) return undefined;
  const { meetingId, at, timeZone: zone, minutes } = meeting;
  const link = 'link' in meeting ? meeting.link : undefined;
  const proposal: Proposal = {
    kind: 'meeting-notice',
    contactId,
    occasion: `${meetingId}-preview`,
    because: 'A preview, as if this meeting had been moved.',
    notBefore: office.now,
    staleAt: at,
    facts: meetingFacts({ at, zone, minutes, link, sources: [`meeting:${meetingId}`] }),
  };
  const moment = new Date(Date.parse(at) - 86_400_000);
  return { message: messageFrom(proposal, office, emptyLedger(office.client.clientId), undefined), moment };
}

/** The meeting it would propose, at the time that is free now; nothing is booked, and what is over is not proposed. */
async function meetingOf(table: TableReader, { client, today, now }: Office, { meeting }: Proposal) {
  if (!meeting) return [];
  const { blackouts } = mailCalendar(client, today);
  const planned = await planMeeting(table, { ...meeting, client, now, blackouts });
  if (!planned || planned.meeting.at <= now) return [];
  const { at, timeZone: zone, minutes, meetingId } = planned.meeting;
  return meetingFacts({ at, zone, minutes, sources: [`meeting:${meetingId}`] });
}

async function officeThen(table: TableReader, clientId: ClientId, moment: Date): Promise<Office> {
  const office = await loadOffice(table, clientId, moment);
  if (!office) throw new Error('the client was there a moment ago');
  return office;
}

/** The year before today, the latest first, then the year after. What belongs to the beginning is looked for there. */
function daysToAsk(kind: MessageKind, today: IsoDate, contract: Contract | undefined): IsoDate[] {
  const past = Array.from({ length: reach }, (_, i) => addDays(today, -i));
  const future = Array.from({ length: reach }, (_, i) => addDays(today, 1 + i));
  if (!contract || !introducing.has(kind)) return [...past, ...future];
  return Array.from({ length: introductionDays }, (_, i) => addDays(contract.start, i));
}
const introducing: ReadonlySet<MessageKind> = new Set(['welcome', 'onboarding-step']);

function firstDayThat<T>(days: readonly IsoDate[], ask: (day: IsoDate) => T | undefined) {
  for (const day of days) {
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
