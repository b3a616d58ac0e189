import type { Contact } from '#shared/domain/clients/client.ts';
import { AppError } from '#shared/domain/errors.ts';
import { surveyFacts } from '#shared/domain/figures/occasion-facts.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { loadOffice, loadOthers, type Office, type Others } from './load-office.ts';
import { hashOf, type Links, monthOfMessage, type Unwritable, type WrittenMail, writeMail } from './write-mail.ts';

export interface Preview {
  readonly office: Office;
  readonly contact: Contact;
  readonly mail: WrittenMail | Unwritable;
  /** What an approval binds to; absent when it cannot be written. */
  readonly hash: string | undefined;
}

/** A waiting message as it would be sent now, by itself. Its personal links are inert. Throws when the person is gone. */
export async function previewMail(table: TableReader, message: WaitingMessage, moment: Date): Promise<Preview> {
  const office = await loadOffice(table, message.clientId, moment);
  const contact = office?.contacts.find(({ contactId }) => contactId === message.contactId);
  if (!office || !contact) throw new AppError('message.not-found', { messageId: message.messageId });
  return previewIn(office, contact, message, await loadOthers(table, office, monthOfMessage(message, office)));
}

/** The same in an office that is open already. */
export function previewIn(office: Office, contact: Contact, message: WaitingMessage, others: Others): Preview {
  const mail = writeMail({
    office,
    contact,
    messages: [message],
    others,
    links: inertLinks,
    postalAddress: '(our postal address stands here)',
  });
  return { office, contact, mail, hash: 'missing' in mail ? undefined : hashOf(contact, mail) };
}

const inert = (page: string) => `https://preview.heliix.example/${page}`;

/** In the place of links that belong to one person: what is approved must not hold them, and a preview must not act. */
const inertLinks: Links = {
  preferences: inert('preferences'),
  unsubscribe: inert('unsubscribe'),
  factsFor: ({ kind }) =>
    kind === 'survey-request' ? surveyFacts(Array.from({ length: 10 }, (_, i) => inert(`survey?score=${i + 1}`))) : [],
};
