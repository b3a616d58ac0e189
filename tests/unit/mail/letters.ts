import { Mail, type PendingMail } from '#shared/domain/mail/mail.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import { client } from '#tests/fixtures/world.ts';

export const american = client('american');
export const commissioner = ContactId.parse('commissioner');

/** A review that waits to be sent to the commissioner of the American. */
export const review = (queuedAt: Instant, change: Partial<PendingMail> = {}): PendingMail => ({
  ...Mail.options[0].parse({
    mailId: 'monthly-review--american--commissioner--2026-10',
    kind: 'monthly-review',
    to: 'commissioner@american.example',
    subject: 'Your October with Flextime',
    text: 'Text',
    html: '<p>Text</p>',
    unsubscribe: { oneClick: 'https://success.heliix.example/u/1', page: 'https://success.heliix.example/p/1' },
    about: 'american',
    contactId: 'commissioner',
    class: 'relationship',
    messageIds: ['monthly-review.american.commissioner.2026-10'],
    queuedAt,
    status: 'pending',
  }),
  ...change,
});

export const alert = (queuedAt: Instant, change: Partial<PendingMail> = {}): PendingMail =>
  Mail.options[0].parse({
    mailId: 'alert--1',
    kind: 'operator-alert',
    to: 'operator@heliix.example',
    subject: 'Subject',
    text: 'Text',
    html: '<p>Text</p>',
    queuedAt,
    status: 'pending',
    ...change,
  });

export const later = (at: Instant, ms: number): Instant => instantOf(new Date(Date.parse(at) + ms));
