import { fill } from '#shared/domain/grounding/fill.ts';
import { show } from '#shared/domain/grounding/show.ts';
import type { Block, Letter } from '#shared/domain/mail/letter.ts';
import { becauseOf, type Envelope, simulatedNote } from './envelope.ts';
import { splitAtLinks, urlOf } from './split-at-links.ts';

type Shown = Pick<Envelope, 'facts' | 'style'>;

/** The text part: everything the HTML says, with its links written out. */
export function renderText(envelope: Envelope): string {
  const { letters, sender, links, simulated } = envelope;
  const [letter, ...others] = letters;
  return [
    ...(simulated ? [simulatedNote] : []),
    headline(letter, envelope, '='),
    prose(letter.greeting, envelope),
    ...letter.blocks.flatMap((block) => textOf(block, envelope)),
    ...others.flatMap((other) => [
      headline(other, envelope, '-'),
      ...other.blocks.flatMap((block) => textOf(block, envelope)),
    ]),
    `${prose(letter.closing, envelope)}\n${sender.name}`,
    '--',
    becauseOf(envelope),
    `Choose what you get: ${links.preferences}\nUnsubscribe: ${links.unsubscribe}`,
    `${sender.name}\n${sender.postalAddress}`,
    '',
  ].join('\n\n');
}

function headline({ subject }: Letter, { facts, style }: Shown, line: string): string {
  const words = fill(subject, facts, style);
  return `${words}\n${line.repeat(Math.min(words.length, 72))}`;
}

function textOf(block: Block, shown: Shown): string[] {
  switch (block.block) {
    case 'paragraph':
      return [prose(block.says, shown)];
    case 'heading':
      return [underlined(prose(block.says, shown))];
    case 'list':
      return [block.items.map((says) => `- ${prose(says, shown)}`).join('\n')];
    case 'figures':
      return [
        block.items
          .map(({ label, fact, note }) => {
            const more = note === undefined ? '' : `\n  ${prose(note, shown)}`;
            return `${prose(label, shown)}: ${value(fact, shown)}${more}`;
          })
          .join('\n'),
      ];
    case 'bars':
      return [
        [
          underlined(prose(block.title, shown)),
          ...block.items.map(({ label, fact }) => `${prose(label, shown)}: ${value(fact, shown)}`),
        ].join('\n'),
      ];
    case 'callout':
      return [[underlined(prose(block.title, shown)), ...block.says.map((says) => prose(says, shown))].join('\n')];
    case 'action':
      return linkLine(block.label, block.link, shown);
    case 'choices':
      return [
        [
          prose(block.question, shown),
          ...block.links.map((link, at) => {
            const means = at === 0 ? block.low : at === block.links.length - 1 ? block.high : undefined;
            const answer = `${value(link, shown)} (${urlOf(shown.facts, link) ?? ''})`;
            return means === undefined ? answer : `${answer} ${prose(means, shown)}`;
          }),
        ].join('\n'),
      ];
  }
}

const underlined = (words: string) => `${words}\n${'-'.repeat(Math.min(words.length, 72))}`;

const prose = (says: string, { facts, style }: Shown): string =>
  splitAtLinks(says, facts)
    .map((part) => (typeof part === 'string' ? fill(part, facts, style) : `${part.text} (${part.url})`))
    .join('');

function value(id: string, { facts, style }: Shown): string {
  const fact = facts.get(id);
  return fact ? show(fact, style) : '';
}

function linkLine(label: string, link: string, shown: Shown): string[] {
  const url = urlOf(shown.facts, link);
  return url === undefined ? [] : [`${prose(label, shown)}: ${url}`];
}
