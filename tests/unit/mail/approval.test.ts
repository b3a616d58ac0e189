import { expect, it } from 'vitest';
import type { Letter } from '#shared/domain/mail/letter.ts';
import { Message, type WaitingMessage } from '#shared/domain/mail/message.ts';
import { approved, edited, isApproved } from '#shared/domain/mail/operator-acts.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';

const at = (text: string) => instantOf(new Date(text));
const waiting = Message.parse({
  messageId: 'welcome.commissioner.welcome',
  clientId: 'big-12',
  contactId: 'commissioner',
  kind: 'welcome',
  occasion: 'welcome',
  because: 'New.',
  proposedAt: '2026-11-02T15:00:00.000Z',
  notBefore: '2026-11-02T15:00:00.000Z',
  staleAt: '2026-11-20T15:00:00.000Z',
  approval: { state: 'waiting', because: 'It would be the first mail to this person.' },
  status: 'waiting',
}) as WaitingMessage;
const letter: Letter = { subject: 'a', preheader: 'b', greeting: 'c,', blocks: [], closing: 'd,' };

it('an approval holds for exactly this text, and for less than 72 hours', () => {
  const given = approved(waiting, 'this text', at('2026-11-02T15:00:00Z'));
  expect(isApproved(given, 'this text', at('2026-11-05T14:59:59.999Z'))).toBe(true);
  expect(isApproved(given, 'this text', at('2026-11-05T15:00:00Z'))).toBe(false);
  expect(isApproved(given, 'that text', at('2026-11-02T15:00:01Z'))).toBe(false);
  expect(isApproved(waiting, 'this text', at('2026-11-02T15:00:01Z'))).toBe(false);
  expect(isApproved(edited(given, letter), 'this text', at('2026-11-02T15:00:01Z'))).toBe(false);
});
