import { describe, expect, it } from 'vitest';
import type { ClientType } from '#shared/domain/clients/client.ts';
import { combineSheets } from '#shared/domain/mail/combine-sheets.ts';
import type { Letter } from '#shared/domain/mail/letter.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { checkMail } from '#shared/letters/check-mail.ts';
import { renderMail } from '#shared/letters/render-mail.ts';
import { voices } from '#shared/letters/voices.ts';
import { links, mailOf, sender } from './rendering.ts';
import { fullSheet } from './sheets.ts';

const type = 'mid-major-conference';

describe('several letters in one mail', () => {
  const sooner = { 'milestone.name': { kind: 'phrase', text: 'half a million dollars in travel savings' } };
  const { mail, sheet } = digest(['usage-report', {}], ['milestone', {}], ['milestone', sooner]);

  it('greet and close once, and tell them apart by their titles', () => {
    expect(mail.text.match(/Good day, Commissioner,/g)).toHaveLength(1);
    expect(mail.text.match(/Warmly,/g)).toHaveLength(1);
    expect(mail.text).toMatch(/You did it: one thousand staff hours saved\n-+\n/);
    expect(mail.html.match(/<h1\b/g)).toHaveLength(1);
    expect(mail.subject).toMatch(/, and more$/);
  });

  it('each keep their own facts, where two mean different things by one name', () => {
    expect(mail.text).toContain('You did it: one thousand staff hours saved');
    expect(mail.text).toContain('You did it: half a million dollars in travel savings');
    expect(checkMail(mail, sheet, { style: 'en-US', others: ['SEC'] })).toEqual([]);
  });

  it('unsubscribe and explain themselves once', () => {
    expect(mail.text.match(/^Unsubscribe: /gm)).toHaveLength(1);
  });
});

describe('what a fact says', () => {
  const hostile = { kind: 'name', text: '<b onclick="x()">Big\r\nBcc: all@rivals.example</b> & sons' };
  const mail = mailOf('monthly-review', 'power-conference', fullSheet('power-conference', { 'client.name': hostile }));

  it('is never markup', () => {
    expect(mail.html).toContain('&lt;b onclick=');
    expect(mail.html).not.toContain('<b onclick');
  });

  it('never breaks out of the subject', () => {
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });
});

function digest(...wanted: readonly (readonly [MessageKind, Readonly<Record<string, object>>])[]) {
  const { letters, sheet } = combineSheets(wanted.map(([kind, change]) => letterOf(kind, type, change)));
  const [first, ...more] = letters;
  if (!first) throw new Error('a digest holds at least one letter');
  const envelope = {
    letters: [first, ...more] as [Letter, ...Letter[]],
    facts: sheet,
    style: 'en-US',
    links,
    sender,
  } as const;
  return { mail: renderMail({ kind: 'usage-report', ...envelope, simulated: true }), sheet };
}

function letterOf(kind: MessageKind, type: ClientType, change: Readonly<Record<string, object>>) {
  const sheet = fullSheet(type, change);
  return { sheet, letter: catalogue[kind].write({ facts: sheet, voice: voices[type], role: 'commissioner' }) };
}
