import { describe, expect, it } from 'vitest';
import { ClientType, ContactRole } from '#shared/domain/clients/client.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { passagesOf } from '#shared/domain/mail/edit-letter.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { voices } from '#shared/letters/voices.ts';
import { mailOf } from './rendering.ts';
import { fullSheet } from './sheets.ts';

const review = (type: ClientType, change = {}) => mailOf('monthly-review', type, fullSheet(type, change));

describe('the voice of a monthly review', () => {
  it('speaks to a power conference as one, among its peers', () => {
    const { text, html } = review('power-conference');
    for (const part of [text, html]) {
      expect(part).toContain('Power 5');
      expect(part).toContain('peer conferences');
    }
    expect(voices['power-conference'].tone).toBe('strategic');
  });

  it('speaks to a mid-major conference of resource efficiency', () => {
    const { text, html } = review('mid-major-conference');
    for (const part of [text, html]) expect(part).toContain('resource efficiency');
    expect(voices['mid-major-conference'].tone).toBe('practical');
  });

  it('names peer conferences to a power conference even where nothing can be compared', () => {
    const alone = {
      'peers.count': undefined,
      'peers.savings.position': undefined,
      'peers.adoption.position': undefined,
    };
    expect(review('power-conference', alone).text).toContain('no comparison with peer conferences');
  });

  it('compares the adoption in a sentence of its own where nothing else can be compared', () => {
    for (const type of ClientType.options) {
      const { text } = review(type, { 'peers.savings.position': undefined });
      expect(text).toMatch(/4 other [^.]* adoption is near the middle/);
    }
    expect(review('power-conference', { 'peers.savings.position': undefined }).text).toContain('peer conferences');
  });

  it('owns a missed promise before anybody else and recommends what would mend it', () => {
    const { text } = review('power-conference', { 'savings.against-promise': { kind: 'share', value: 0.8 } });
    expect(text).toContain('80% of what we promised to date. We own that gap.');
    expect(text).toContain('Put the sports with the longest trips through another optimization');
  });

  it('praises nothing that did not happen', () => {
    const worse = {
      'savings.change': { kind: 'share', value: -0.2 },
      'hours.change': { kind: 'share', value: -0.1 },
      'satisfaction.mark': { kind: 'mark', value: 5, of: 10 },
      'tickets.within-day': { kind: 'share', value: 0.4 },
      'feature.best.share': { kind: 'share', value: 0.3 },
    };
    for (const type of ClientType.options) {
      const { text } = review(type, worse);
      expect(text).not.toContain(voices[type].praise.title);
      expect(text).toContain('down 20% on the month before');
    }
  });
});

describe('the voices', () => {
  it('each have a tone of their own', () => {
    const tones = ClientType.options.map((type) => voices[type].tone);
    expect(new Set(tones).size).toBe(ClientType.options.length);
  });

  it.each(MessageKind.options)('differ in a %s beyond names and numbers', (kind) => {
    const alike = pairs(ClientType.options).map(([one, other]) => likeness(wordsOf(kind, one), wordsOf(kind, other)));
    expect(Math.max(...alike)).toBeLessThan(alikeAtMost);
  });

  it('are the same to two clients of a type, whatever their names and numbers', () => {
    for (const kind of MessageKind.options) {
      const other = fullSheet('power-conference', {
        'client.name': { kind: 'name', text: 'SEC' },
        'savings.month': { kind: 'money', cents: 1_000_000 },
      });
      expect(likeness(wordsOf(kind, 'power-conference'), wordsOf(kind, 'power-conference', other))).toBe(1);
    }
  });

  it('greet every role, and never by a name that the record does not hold', () => {
    for (const type of ClientType.options)
      for (const role of ContactRole.options) {
        const { greeting } = catalogue['monthly-review'].write({ facts: fullSheet(type), voice: voices[type], role });
        expect(greeting).toMatch(/,$/);
      }
  });

  it('promise nothing that a mail cannot keep: no haste, no superlatives, no shouting', () => {
    const said = ClientType.options.flatMap((type) =>
      MessageKind.options.flatMap((kind) => prose(kind, type, fullSheet(type))),
    );
    expect(said.filter((words) => salesTalk.test(words))).toEqual([]);
  });
});

const salesTalk =
  /!|\b(act now|amazing|awesome|best-in-class|boost|cutting-edge|delighted|don't miss|excit\w+|game.chang\w+|hurry|incredible|leverage|revolution\w*|seamless\w*|supercharge|thrilled|unlock\w*|world-class)\b/i;

/** Prose as it is written, before facts are filled in: names and numbers are not in it. */
const prose = (kind: MessageKind, type: ClientType, facts: FactSheet): string[] =>
  passagesOf(catalogue[kind].write({ facts, voice: voices[type], role: 'commissioner' }))
    .filter(({ path }) => path !== 'greeting')
    .map(({ says }) => says);

/** Pairs of neighbouring words, which say how something is put and not only what it is about. */
function wordsOf(kind: MessageKind, type: ClientType, facts = fullSheet(type)): Set<string> {
  const words = prose(kind, type, facts).map((says) => says.replaceAll(/\{\{[^}]*\}\}/g, ' _ ').toLowerCase());
  return new Set(words.flatMap((says) => neighbours(says.match(/[a-z’'-]+|_/g) ?? [])));
}

const neighbours = (words: readonly string[]) => words.slice(1).map((word, i) => `${words[i]} ${word}`);

/** Jaccard's index: 1 for the same words, 0 for none in common. */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((word) => other.has(word)).length / new Set([...one, ...other]).size;

/** Measured: the most alike are two invitations to training, at 0.22. */
const alikeAtMost = 0.25;

const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]));
