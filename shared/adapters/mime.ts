import { AppError } from '#shared/domain/errors.ts';
import type { OutgoingMail } from '#shared/ports/mailer.ts';
import { base64Lines, encodedWords, quotedPrintable } from './mime-encoding.ts';

/** Whom the recipient sees as the sender, beside the address. */
const sender = 'HELiiX AI Solutions';

/**
 * A mail as an Internet message (RFC 5322, MIME): text and HTML as alternatives; with an invitation a third alternative
 * that mail programmes answer with a click, and the same as an attached file. ASCII only, lines of at most 998 characters.
 * `Date` and `Message-ID` are left to the service, which replaces them anyway. Throws `mail.refused` when an address or a
 * link could not be written into a header without changing what the header says.
 */
export function mimeMessage(mail: OutgoingMail, from: string): string {
  const headers = [
    `From: ${sender} <${addressIn(from, 'from', mail)}>`,
    `To: ${addressIn(mail.to, 'to', mail)}`,
    `Subject: ${encodedWords(mail.subject, 'Subject: '.length)}`,
    ...unsubscribing(mail),
    'MIME-Version: 1.0',
  ];
  return [...headers, bodyOf(mail)].join('\r\n');
}

function bodyOf({ text, html, invitation }: OutgoingMail): string {
  const readable = [part('text/plain; charset=utf-8', text), part('text/html; charset=utf-8', html)];
  if (invitation === undefined) return multipart('alternative', readable);
  const method = /^METHOD:(REQUEST|CANCEL)\r?$/m.exec(invitation)?.[1] ?? 'REQUEST';
  const answerable = part(`text/calendar; charset=utf-8; method=${method}`, invitation);
  return multipart('mixed', [multipart('alternative', [...readable, answerable]), attached(invitation)]);
}

const part = (type: string, content: string) =>
  [`Content-Type: ${type}`, 'Content-Transfer-Encoding: quoted-printable', '', quotedPrintable(content)].join('\r\n');

const attached = (invitation: string) =>
  [
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(invitation),
  ].join('\r\n');

/** The boundary holds `=_`, which neither encoding ever produces, so no content can end a part. */
function multipart(kind: 'mixed' | 'alternative', parts: readonly string[]): string {
  const boundary = `=_${kind}_=`;
  const delimited = parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${delimited}--${boundary}--\r\n`;
}

function unsubscribing(mail: OutgoingMail): string[] {
  if (!mail.unsubscribe) return [];
  const { oneClick } = mail.unsubscribe;
  if (!/^https:\/\/[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/.test(oneClick)) throw refused(mail, 'unsubscribe address');
  return [`List-Unsubscribe: <${oneClick}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'];
}

/** Exactly one address, in ASCII, with nothing that a header could take for a second one or for its end. */
function addressIn(address: string, field: string, mail: OutgoingMail): string {
  if (address.length > 254 || !/^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+$/.test(address)) throw refused(mail, field);
  return address;
}

const refused = ({ sendId }: OutgoingMail, field: string) =>
  new AppError('mail.refused', { sendId, reason: `the ${field} cannot be written into a header` });
