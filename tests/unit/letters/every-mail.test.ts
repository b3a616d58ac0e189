import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { ClientType } from '#shared/domain/clients/client.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { NumberStyle } from '#shared/domain/mail/preferences.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { checkMail } from '#shared/letters/check-mail.ts';
import { inScheme } from '#shared/letters/palette.ts';
import type { RenderedMail } from '#shared/letters/render-mail.ts';
import { voices } from '#shared/letters/voices.ts';
import { contrast, paintedTexts } from './contrast.ts';
import { links, mailOf, sender } from './rendering.ts';
import { fullSheet, minimalSheet } from './sheets.ts';

const everyMail = MessageKind.options.flatMap((kind) => ClientType.options.map((type) => [kind, type] as const));
const largest = 90 * 1024;

describe.each(everyMail)('a %s to a %s', (kind, type) => {
  const { requiresOneOf } = catalogue[kind];
  const alternatives = [...new Array(Math.max(1, requiresOneOf.length)).keys()];
  /** The masthead, and what a mailbox shows beside the subject. */
  const onlyInHtml = new Set([
    'HELiiX',
    catalogue[kind].name,
    'Choose what you get Unsubscribe',
    preheaderOf(kind, type),
  ]);
  const sheets = [fullSheet(type), ...alternatives.map((nth) => minimalSheet(type, kind, nth))];
  const mails = sheets.map((sheet) => mailOf(kind, type, sheet));

  it('says nothing that no fact shows, whether much is known or only what it needs, in every notation', () => {
    for (const style of NumberStyle.options)
      for (const sheet of sheets)
        expect(checkMail(mailOf(kind, type, sheet, { style }), sheet, { style, others: ['SEC'] })).toEqual([]);
  });

  it('says the same in HTML and in text', () => {
    for (const { html, text, visibleText } of mails) {
      const lines = visibleText.split('\n').filter((line) => !onlyInHtml.has(line));
      expect(lines.filter((line) => !spaced(text).includes(line))).toEqual([]);
      expect(hrefs(html).filter((href) => !text.includes(href))).toEqual([]);
    }
  });

  it('fits into what mailboxes show, and needs nothing from elsewhere', () => {
    for (const { html, subject } of mails) {
      expect(Buffer.byteLength(html)).toBeLessThan(largest);
      expect(subject).toMatch(/^[^\r\n]{1,200}$/);
      expect(html).not.toMatch(/<(script|svg|link|video|form|iframe)\b|url\(|@import|src="data:|border-radius/);
    }
  });

  it('describes every picture', () => {
    for (const { html } of mails) expect(pictures(html).filter(({ alt }) => alt === undefined)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is readable in a %s mailbox', (scheme) => {
    for (const { html } of mails)
      expect(
        paintedTexts(html, scheme)
          .map((painted) => ({ ...painted, contrast: contrast(painted.text, painted.ground) }))
          .filter((painted) => painted.contrast < 4.5),
      ).toEqual([]);
  });

  it('changes every colour of its text and of its grounds in the dark', () => {
    for (const { html } of mails) {
      const [bright, dim] = [paintedTexts(html, 'light'), paintedTexts(html, 'dark')];
      expect(dim.filter(({ text, ground }, i) => text === bright[i]?.text || ground === bright[i]?.ground)).toEqual([]);
      expect(inScheme(html, 'dark')).toContain('@media all{.on-page');
      expect(inScheme(html, 'light')).toContain('@media not all{.on-page');
    }
  });

  it('says who writes, why, where from, and how to get less or nothing', () => {
    for (const mail of mails)
      for (const part of [mail.html, mail.text]) {
        expect(part).toContain(`You receive this because ${sender.name} works with`);
        for (const said of [sender.postalAddress, links.preferences, links.unsubscribe]) expect(part).toContain(said);
      }
  });

  it('labels made-up figures in the subject and above them, and only those', () => {
    for (const sheet of sheets) {
      const [labelled, real] = [true, false].map((simulated) => mailOf(kind, type, sheet, { simulated }));
      expect(labelled?.subject).toMatch(/^\[simulated\] /);
      for (const part of [labelled?.text, labelled?.html]) expect(part).toContain('Simulated data, not a real client.');
      expect(JSON.stringify(real)).not.toMatch(/\[simulated\]|<td[^>]*onNote/);
    }
  });

  it('speaks without shouting and leaves no place unfilled', () => {
    for (const { text, visibleText } of mails) expect(text + visibleText).not.toMatch(/!|\{\{|\}\}|undefined|NaN/);
  });
});

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  const [word] = paintedTexts('<p style="color:#777777">pale</p>', 'light');
  expect(word).toEqual({ words: 'pale', text: '#777777', ground: '#ffffff' });
});

const spaced = (text: string) => text.replaceAll(/\s+/g, ' ');
const preheaderOf = (kind: MessageKind, type: ClientType) =>
  fill(voices[type].scripts[kind].preheader, fullSheet(type), 'en-US');

function tagsOf(html: string, name: string): Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = [];
  const parser = new Parser({ onopentag: (tag, attributes) => void (tag === name && found.push(attributes)) });
  parser.end(html);
  return found;
}
const hrefs = (html: RenderedMail['html']) => tagsOf(html, 'a').flatMap(({ href }) => href ?? []);
const pictures = (html: RenderedMail['html']) => tagsOf(html, 'img');
