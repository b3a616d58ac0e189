import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mimeMessage } from '#shared/adapters/mime.ts';
import type { OutgoingMail } from '#shared/ports/mailer.ts';

const from = 'success@heliix.example';
const plain: OutgoingMail = {
  sendId: 'review--1',
  to: 'commissioner@american.example',
  subject: 'Your October',
  text: 'Text',
  html: '<p>Text</p>',
};
const unsubscribe = { oneClick: 'https://success.heliix.example/u/abc', page: 'https://success.heliix.example/p/abc' };
const invitation = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Überblick\r\nEND:VCALENDAR\r\n';

const written = (change: Partial<OutgoingMail>) => mimeMessage({ ...plain, ...change }, from);
/** As an independent parser reads it. */
const read = (change: Partial<OutgoingMail>) => PostalMime.parse(written(change));
const lines = (message: string) => message.split('\r\n');

/** Whatever a person or a program may write: any Unicode, long lines, dots and white space where lines begin and end. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(
        '=?utf-8?B?',
        '?=',
        '.',
        '..',
        '.\n',
        ' \n',
        '\t\n',
        '\r',
        '\n',
        '\r\n',
        '--=_alternative_=',
        '--=_mixed_=--',
        '=',
        '=20',
        'From ',
      ),
      fc.constant('long '.repeat(300)),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join('').toWellFormed());
/** What no mail can carry: line breaks of other kinds count as one, and parsers drop zero bytes and the last break. */
const comparable = (text = '') =>
  text
    .replace(/\r\n|\r/g, '\n')
    .replaceAll('\0', '')
    .replace(/\n+$/, '');

const calendarOf = (text: string | undefined) => comparable(text).replace(/\n{2,}/g, '\n');

const textOf = (content: string | ArrayBuffer | Uint8Array) =>
  typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);

describe('a mail as an Internet message', () => {
  it('is read back by a parser exactly as it was written, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, fc.option(anyText), async (subject, text, html, invited) => {
        const change = {
          subject,
          text,
          html,
          ...(invited === null ? {} : { invitation: `BEGIN:VCALENDAR\r\n${invited}` }),
        };
        const mail = await read(change);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
        const said = subject.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ').trim();
        expect(mail.subject ?? '').toBe(said);
        expect(comparable(mail.text)).toBe(comparable(text));
        expect(comparable(mail.html)).toBe(comparable(html));
        expect(mail.to).toEqual([{ address: plain.to, name: '' }]);
        expect(mail.from).toEqual({ address: from, name: 'HELiiX AI Solutions' });
        const parts = Object.fromEntries(mail.attachments.map(({ mimeType, content }) => [mimeType, textOf(content)]));
        // The parser makes the line breaks of calendars its own; byte by byte, the file is what we were given.
        expect(calendarOf(parts['application/ics'])).toBe(calendarOf(change.invitation));
        const [, file] = /base64\r\n\r\n([^-]*)--=_mixed_=--/.exec(written(change)) ?? [];
        expect(file && Buffer.from(file, 'base64').toString()).toBe(change.invitation);
        expect(calendarOf(parts['text/calendar'])).toBe(calendarOf(change.invitation));
      }),
      { numRuns: 300 },
    );
  });

  it('is ASCII in lines of at most 998 characters, none beginning with a dot, whatever it says', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (subject, text, html) => {
        const message = written({ subject, text, html, invitation: text });
        expect(message).toMatch(/^[\x20-\x7e\t\r\n]*$/);
        expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of lines(message)) {
          expect(line.length).toBeLessThanOrEqual(78);
          expect(line).not.toMatch(/^\./);
        }
      }),
    );
  });

  it('has only the headers we gave it, whatever its subject tries', () => {
    const evil = fc
      .tuple(anyText, fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\r\n '), anyText)
      .map(([before, breaks, after]) => `${before}${breaks}Bcc: everybody@american.example${breaks}${breaks}${after}`);
    fc.assert(
      fc.property(evil, (subject) => {
        const [head = ''] = written({ subject, unsubscribe }).split('\r\n\r\n');
        const names = lines(head).flatMap((line) => (line.startsWith(' ') ? [] : line.split(':')[0]));
        expect(names).toEqual([
          'From',
          'To',
          'Subject',
          'List-Unsubscribe',
          'List-Unsubscribe-Post',
          'MIME-Version',
          'Content-Type',
        ]);
      }),
    );
  });

  it.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'A <a@b.example>',
    'a b@c.example',
    'ä@b.example',
    'no-address',
    '',
  ])('refuses the recipient %j', (to) => {
    expect(() => written({ to })).toThrow('the to cannot be written into a header');
  });

  it.each([
    'http://a.example/u',
    'https://a.example/u>\r\nBcc: c@d.example',
    'https://a.example/<u',
    'mailto:a@b.example',
  ])('refuses the unsubscribe address %j', (oneClick) => {
    expect(() => written({ unsubscribe: { oneClick, page: oneClick } })).toThrow('unsubscribe address');
  });

  it('lets a mail programme unsubscribe with one click (RFC 8058)', async () => {
    const { headers } = await read({ unsubscribe });
    expect(headers).toContainEqual(
      expect.objectContaining({ key: 'list-unsubscribe', value: `<${unsubscribe.oneClick}>` }),
    );
    expect(headers).toContainEqual(
      expect.objectContaining({ key: 'list-unsubscribe-post', value: 'List-Unsubscribe=One-Click' }),
    );
    expect((await read({})).headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
  });

  it('offers an invitation as an alternative to answer with a click, and as a file', async () => {
    const message = written({ invitation });
    expect(message.match(/^Content-Type: \S+/gm)).toEqual([
      'Content-Type: multipart/mixed;',
      'Content-Type: multipart/alternative;',
      'Content-Type: text/plain;',
      'Content-Type: text/html;',
      'Content-Type: text/calendar;',
      'Content-Type: application/ics;',
    ]);
    expect(message).toContain('text/calendar; charset=utf-8; method=REQUEST');
    const withdrawn = written({ invitation: invitation.replace('REQUEST', 'CANCEL') });
    expect(withdrawn).toContain('text/calendar; charset=utf-8; method=CANCEL');
    expect(written({}).match(/^Content-Type: \S+/gm)).toHaveLength(3);
    const { attachments } = await read({ invitation });
    expect(attachments.map(({ filename, mimeType }) => [filename, mimeType])).toContainEqual([
      'invite.ics',
      'application/ics',
    ]);
  });

  it('keeps a plain short subject readable in the raw message', () => {
    expect(written({ subject: 'Süd' })).toContain('Subject: =?utf-8?B?U8O8ZA==?=\r\n');
    const subject = '[simulated] Big 12: save the account, due 2026-11-21';
    expect(written({ subject })).toContain(`Subject: ${subject}\r\n`);
  });
});
