import type { ContactId } from '../values/ids.ts';
import type { PastMail } from './mailing.ts';

/** When mails that the caps count go to an office and to its people, in milliseconds, ascending. */
export interface CountedMails {
  readonly toOffice: () => readonly number[];
  readonly toContact: (contactId: ContactId) => readonly number[];
  readonly add: (contactId: ContactId, at: number) => void;
}

/** Starts with what went out; critical mail is not counted. */
export function countMails(past: readonly PastMail[]): CountedMails {
  const office: number[] = [];
  const contacts = new Map<ContactId, number[]>();
  const counted: CountedMails = {
    toOffice: () => office,
    toContact: (contactId) => contacts.get(contactId) ?? [],
    add(contactId, at) {
      const contact = contacts.get(contactId) ?? [];
      contacts.set(contactId, contact);
      insert(office, at);
      insert(contact, at);
    },
  };
  for (const { contactId, at, priority } of past) if (priority !== 'critical') counted.add(contactId, Date.parse(at));
  return counted;
}

function insert(moments: number[], at: number): void {
  const place = moments.findLastIndex((moment) => moment <= at) + 1;
  moments.splice(place, 0, at);
}
