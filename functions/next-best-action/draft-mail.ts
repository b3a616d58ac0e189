import type { Picture } from '#functions/brief-client/load-picture.ts';
import { previewIn } from '#functions/dispatch-mail/preview-mail.ts';
import type { Contact } from '#shared/domain/clients/client.ts';
import { type Passage, passagesOf, rewritten } from '#shared/domain/mail/edit-letter.ts';
import { Letter } from '#shared/domain/mail/letter.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { messageIdOf } from '#shared/domain/programmes/message-id.ts';
import { recipientsFor } from '#shared/domain/programmes/recipients.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';

/** Why a recommendation is to be written. */
export interface MailTopic {
  readonly occasion: string;
  /** For the operator, one sentence. */
  readonly because: string;
}

export interface Draft {
  readonly contact: Contact;
  readonly message: WaitingMessage;
  readonly passages: readonly Passage[];
  /** What it may say. */
  readonly factIds: readonly string[];
  readonly stated: readonly string[];
  readonly text: string;
  readonly problems: readonly string[];
}

const kind = 'recommendation';
/** What a recommendation is about, as far as it is known. */
const topicFacts = ['adoption.share', 'feature.best', 'feature.best.share', 'feature.weakest', 'feature.weakest.share'];

/**
 * A recommendation to the client's own power user, in the words given or, where none are, in those of the template. To whom it
 * goes is decided here, never by a model. Undefined when there is nobody to write to or too little to say.
 */
export function draftMail(
  { office, sheet, others }: Pick<Picture, 'office' | 'sheet' | 'others'>,
  { occasion, because }: MailTopic,
  words: readonly Passage[],
): Draft | undefined {
  const readers = office.contacts.filter(({ contactId }) => !office.consentOf(contactId).suppression);
  const [contact] = recipientsFor(catalogue[kind].audience, readers, { prefer: 'powerUser', most: 1 });
  if (!contact) return undefined;
  const message: WaitingMessage = {
    messageId: messageIdOf(kind, contact.contactId, occasion),
    clientId: office.client.clientId,
    contactId: contact.contactId,
    kind,
    occasion,
    because,
    proposedAt: office.now,
    notBefore: office.now,
    staleAt: instantOf(new Date(Date.parse(office.now) + catalogue[kind].expiresAfterDays * 86_400_000)),
    facts: topicFacts.flatMap((id) => sheet.get(id) ?? []),
    approval: { state: 'waiting', because: 'An agent proposes it.' },
    status: 'waiting',
  };
  // A recommendation compares nobody.
  const elsewhere = { names: others, peers: [] };
  const { mail } = previewIn(office, contact, message, elsewhere);
  if ('missing' in mail) return undefined;
  const open = passagesOf(mail.letter).filter(({ path }) => path !== 'greeting' && path !== 'closing');
  const about = { contact, passages: open, factIds: [...mail.sheet.keys()] };
  const asWritten = { ...about, message, stated: idsOf(mail), text: mail.text, problems: mail.problems };
  if (words.length === 0) return asWritten;

  const known = words.filter(({ path }) => open.some((passage) => passage.path === path));
  const unknown = words.filter((word) => !known.includes(word)).map(({ path }) => `the mail has no passage ${path}`);
  const letter = Letter.safeParse(rewritten(mail.letter, new Map(known.map(({ path, says }) => [path, says]))));
  if (!letter.success) return { ...asWritten, problems: [...unknown, 'a passage of the mail is empty or too long'] };
  const drafted = { ...message, draft: letter.data };
  const { mail: after } = previewIn(office, contact, drafted, elsewhere);
  if ('missing' in after)
    return { ...asWritten, problems: [...unknown, `in the mail, no such facts: ${after.missing.join(', ')}`] };
  return {
    ...about,
    message: drafted,
    stated: idsOf(after),
    text: after.text,
    problems: [...unknown, ...after.problems],
  };
}

const idsOf = ({ stated }: { readonly stated: readonly { readonly id: string }[] }) => stated.map(({ id }) => id);
