import { fill } from '#shared/domain/grounding/fill.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { houseWords } from '#shared/domain/grounding/house.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { catalogue } from './catalogue.ts';
import { type Envelope, simulatedNote } from './envelope.ts';
import { factsOfLetter } from './facts-of-letter.ts';
import { readHtml } from './read-html.ts';
import { renderHtml } from './render-html.tsx';
import { renderText } from './render-text.ts';

export interface MailToRender extends Omit<Envelope, 'name' | 'subject'> {
  /** Of the first letter. */
  readonly kind: MessageKind;
}

export interface RenderedMail {
  /** One line, at most 200 characters. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The subject without our label, and what a reader sees of the HTML, a block a line. */
  readonly visibleText: string;
  /** Where everything in the HTML leads. */
  readonly links: readonly string[];
  /** Words and links that are ours rather than the client's facts, for the grounding check. */
  readonly house: readonly string[];
  /** The facts it states, each once. */
  readonly stated: readonly GroundedFact[];
}

/** Longest subject that a mail may have. */
const longest = 200;
const label = '[simulated] ';
/** What every mail says around its letters. */
const ourWords = [simulatedNote, 'Unsubscribe'];

/**
 * One mail of one letter or several, in HTML and text from the same facts. The first letter greets and closes; what it is
 * called and its preheader are the mail's. Throws 'grounding.unknown-fact' when a letter names a fact that is not given.
 */
export function renderMail({ kind, ...mail }: MailToRender): RenderedMail {
  const { name } = catalogue[kind];
  const title = titleOf(mail, name);
  const subject = mail.simulated ? `${label}${title}` : title;
  const envelope: Envelope = { ...mail, name, subject };
  const html = renderHtml(envelope);
  const { text: seen, links } = readHtml(html);
  const { sender, facts } = mail;
  return {
    subject,
    html,
    text: renderText(envelope),
    visibleText: `${title}\n${seen}`,
    links,
    house: [
      ...houseWords,
      ...ourWords,
      sender.name,
      ...lines(sender.postalAddress),
      mail.links.preferences,
      mail.links.unsubscribe,
    ],
    stated: statedIn(mail.letters).flatMap((id) => facts.get(id) ?? []),
  };
}

/** On one line whatever a name contains; the kind's name when it would not fit. */
function titleOf({ letters, facts, style }: Omit<MailToRender, 'kind'>, name: string): string {
  const more = letters.length > 1 ? ', and more' : '';
  const written = `${fill(letters[0].subject, facts, style).replace(/\s+/g, ' ')}${more}`;
  return written.length <= longest - label.length ? written : `${name}${more}`;
}

const statedIn = (letters: MailToRender['letters']) => [...new Set(letters.flatMap(factsOfLetter))];
const lines = (address: string) => [address, ...address.split('\n')];
