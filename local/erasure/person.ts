import type { Contact } from '#shared/domain/clients/client.ts';
import { ContactRole } from '#shared/domain/clients/client.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import type { ClientId, ContactId } from '#shared/domain/values/ids.ts';

/** Somebody at a client who is to be erased, and everything that tells of the person. */
export interface Person {
  readonly clientId: ClientId;
  readonly contactId: ContactId;
  /** Lower case. */
  readonly addresses: readonly string[];
  /** Every spelling of each full name. */
  readonly names: readonly string[];
  readonly partsOfNames: readonly string[];
  /** What stays where something of the person must stay: an id that leads to nobody. */
  readonly label: ContactId;
}

interface Known {
  readonly contact: Pick<Contact, 'clientId' | 'contactId'> & Partial<Pick<Contact, 'email'>>;
  readonly alsoNamed: readonly string[];
  readonly alsoAt: readonly string[];
  readonly label: ContactId;
}

export function personOf({ contact, alsoNamed, alsoAt, label }: Known): Person {
  const { clientId, contactId, email } = contact;
  const addresses = [...(email ? [email] : []), ...alsoAt].map((address) => address.trim().toLowerCase());
  const told = [contactId, ...addresses.map((address) => address.split('@')[0] ?? '')].filter(isName).map(words);
  const named = [...alsoNamed.map(words), ...told];
  const partsOfNames = named.flat().filter((part) => part.length > 2);
  return {
    clientId,
    contactId,
    addresses: [...new Set(addresses)],
    names: [...new Set(named.flatMap(spellings))],
    partsOfNames: [...new Set(partsOfNames)],
    label,
  };
}

/** Ids and mailboxes are often named after the person; one named after a role, or of one word, tells nobody's name. */
const isName = (text: string) =>
  words(text).length >= 2 && !/\d/.test(text) && !ContactRole.options.some((role) => role === words(text).join('-'));

const words = (text: string) =>
  text
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean);

/** "Jordan Example", "jordan.example", "Example, Jordan", "J. Example" and so on; letters' case does not matter. */
function spellings(parts: readonly string[]): string[] {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return [];
  const joined = [' ', '.', '-', '_', ''].map((by) => parts.join(by));
  return [
    ...joined,
    `${first} ${last}`,
    `${last}, ${first}`,
    `${last} ${first}`,
    `${first[0]}. ${last}`,
    `${first[0]}.${last}`,
  ];
}

/** Where ids that we make of a person's id hold it: in a message's, a mail's, a survey answer's. */
export function idsNaming({ clientId, contactId }: Pick<Person, 'clientId' | 'contactId'>): RegExp {
  const kinds = MessageKind.options.join('|');
  const before = [`(?:${kinds})\\.`, `${clientId}--(?:${kinds})--`, `${clientId}/`].join('|');
  return new RegExp(`(?<![A-Za-z0-9])(${before})${contactId}(?=\\.|--|/)`, 'g');
}
