import { type Client, Contact, type ContactRole, type Contract } from '#shared/domain/clients/client.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { dueMessages } from '#shared/domain/programmes/due-messages.ts';
import type { Proposal } from '#shared/domain/programmes/proposal.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { day } from '#tests/fixtures/world.ts';
import { bigTwelve, recordOf } from '../figures/recorded.ts';

export const person = (role: ContactRole, change: Partial<Contact> = {}): Contact => ({
  ...Contact.parse({
    clientId: 'big-12',
    contactId: role,
    role,
    email: `${role}@big-12.example`,
    decisionMaker: role === 'commissioner',
    powerUser: role === 'scheduling-associate',
    introducedOn: '2026-07-01',
  }),
  ...change,
});

export const office = [person('commissioner'), person('deputy-commissioner'), person('scheduling-associate')];

interface Recorded {
  readonly facts?: readonly Fact[];
  readonly of?: Client;
  readonly under?: Contract | 'none';
  readonly contacts?: readonly Contact[];
}

/** What is due on a day. */
export function dueOn(
  today: string,
  { facts = [], of = bigTwelve, under, contacts = office }: Recorded = {},
): Proposal[] {
  const record = recordOf({ facts, of, today, ...(under ? { under } : {}) });
  return dueMessages({ record, contacts, policies: catalogue, calendar: mailCalendar(of, day(today)) });
}

/** Everything that was due on any day of a span, each once, with the first day it was due. */
export function dueBetween(from: string, to: string, recorded: Recorded = {}) {
  const first = new Map<string, { readonly proposal: Proposal; readonly on: IsoDate }>();
  for (let on = day(from); on <= day(to); on = addDays(on, 1))
    for (const proposal of dueOn(on, recorded)) {
      const id = `${proposal.kind} ${proposal.contactId} ${proposal.occasion}`;
      if (!first.has(id)) first.set(id, { proposal, on });
    }
  return [...first.values()];
}
