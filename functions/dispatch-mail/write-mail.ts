import { createHash } from 'node:crypto';
import type { Contact } from '#shared/domain/clients/client.ts';
import { figuresFor } from '#shared/domain/figures/figures-for.ts';
import { linkFacts } from '#shared/domain/figures/occasion-facts.ts';
import { lastWholeMonth } from '#shared/domain/figures/tally.ts';
import { type FactSheet, factSheet, type GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { combineSheets } from '#shared/domain/mail/combine-sheets.ts';
import type { Letter } from '#shared/domain/mail/letter.ts';
import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import type { PeerFigures } from '#shared/domain/peers/peer-figures.ts';
import { IsoMonth } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { checkMail } from '#shared/letters/check-mail.ts';
import { missingFacts } from '#shared/letters/definition.ts';
import { unknownIn } from '#shared/letters/facts-of-letter.ts';
import { type RenderedMail, renderMail } from '#shared/letters/render-mail.ts';
import { voices } from '#shared/letters/voices.ts';
import type { Office, Others } from './load-office.ts';
import { factsOfMeeting, meetingOf } from './proposed-meeting.ts';

/** A mail as it would be sent now, or what keeps it from being written. */
export interface WrittenMail extends Pick<RenderedMail, 'subject' | 'html' | 'text'> {
  readonly letter: Letter;
  /** Every fact it states. */
  readonly stated: readonly GroundedFact[];
  /** Everything it might have stated. */
  readonly sheet: FactSheet;
  /** What it would say that no fact shows, or what it lacks. A mail with problems is never sent. */
  readonly problems: readonly string[];
}

export interface Links {
  readonly preferences: string;
  readonly unsubscribe: string;
  /** What a message links to beyond that: the answers of a survey. */
  factsFor(message: WaitingMessage): readonly GroundedFact[];
}

interface Writing {
  readonly office: Office;
  readonly contact: Contact;
  /** The first gives the mail its kind, the others travel in it. */
  readonly messages: readonly [WaitingMessage, ...WaitingMessage[]];
  readonly others: Others;
  readonly links: Links;
  readonly postalAddress: string;
}

/** Writes the mail from what is recorded, renders it, and checks every figure, date, name and link of the result. */
export function writeMail({
  office,
  contact,
  messages,
  others,
  links,
  postalAddress,
}: Writing): WrittenMail | Unwritable {
  const style = office.consentOf(contact.contactId).preferences.numbers;
  const parts = messages.map((message) => writeOne(office, contact, message, others.peers, links));
  const missing = parts.flatMap((part) => part.missing);
  const [first, ...more] = parts.flatMap((part) => (part.letter ? [{ ...part, letter: part.letter }] : []));
  if (missing.length > 0 || !first) return { missing };

  const { letters, sheet } = combineSheets([first, ...more]);
  const rendered = renderMail({
    kind: messages[0].kind,
    letters: letters as [Letter, ...Letter[]],
    facts: sheet,
    style,
    links,
    sender: { name: 'HELiiX AI Solutions', postalAddress },
    simulated: office.client.provenance === 'simulated',
  });
  const ungrounded = checkMail(rendered, sheet, { style, others: others.names, today: office.today });
  const { subject, html, text, stated } = rendered;
  const problems = [...new Set(ungrounded.map(({ what, excerpt, why }) => `${what}: “${excerpt}”, ${why}`))];
  return { subject, html, text, stated, sheet, letter: first.letter, problems };
}

/** What is missing before a message can be written. */
export interface Unwritable {
  readonly missing: readonly string[];
}

function writeOne(
  office: Office,
  { role }: Contact,
  message: WaitingMessage,
  peers: readonly PeerFigures[],
  links: Links,
) {
  const definition = catalogue[message.kind];
  const voice = voices[office.client.type];
  const meeting = meetingOf(message, office);
  const facts = factSheet([
    ...figuresFor(message.kind, office.record, monthOfMessage(message, office), peers),
    ...linkFacts(links),
    ...message.facts,
    ...factsOfMeeting(meeting),
    ...links.factsFor(message),
  ]);
  const missing = [
    ...missingFacts(definition, facts),
    ...(meeting === 'not-arranged' ? ['the link of the meeting'] : []),
    // Words that were edited keep naming a fact that may be gone by now: a meeting that was cancelled, a date that passed.
    ...(message.draft ? unknownIn(message.draft, facts) : []),
  ];
  if (missing.length > 0) return { missing, sheet: facts, letter: undefined };
  return {
    missing,
    sheet: facts,
    letter: message.draft ?? definition.write({ facts, voice, role }),
  };
}

/** The month a message is about: the one it is named after, else the last that is over. */
export const monthOfMessage = ({ occasion }: WaitingMessage, { today }: Office): IsoMonth =>
  IsoMonth.safeParse(occasion).data ?? lastWholeMonth(today);

/** What an approval binds to: to whom, what it says, letter by letter. */
export const hashOf = ({ contactId }: Contact, { subject, text, html }: WrittenMail): string =>
  createHash('sha256')
    .update(JSON.stringify([contactId, subject, text, html]))
    .digest('hex');
