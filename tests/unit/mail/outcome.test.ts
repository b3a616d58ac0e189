import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mail } from '#shared/domain/mail/mail.ts';
import { settled, suppressionAfter } from '#shared/domain/mail/outcome.ts';
import { type Fate, leased, nextStep, returned, uncertain, withheld } from '#shared/domain/mail/sending.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { later, review } from './letters.ts';

const noon = Instant.parse('2026-11-20T12:00:00.000Z');
const wall = new Date(noon);
const pending = review(noon, { invitation: 'BEGIN:VCALENDAR', because: 'the month has ended' });
const sending = leased(pending, wall);
const handedOver = { sentAt: noon, messageId: 'm-1' };
const at = later(noon, 3_000);

const fates = {
  sent: { status: 'sent', ...handedOver },
  delivered: { status: 'delivered', ...handedOver, at },
  'bounced for now': { status: 'bounced', ...handedOver, at, permanent: false },
  'bounced for good': { status: 'bounced', ...handedOver, at, permanent: true },
  complained: { status: 'complained', ...handedOver, at },
  rejected: { status: 'rejected', ...handedOver, at, reason: 'virus' },
} as const satisfies Record<string, Fate>;

const unsettled: readonly (readonly [string, Mail])[] = [
  ['pending', pending],
  ['sending', sending],
  ['unknown', uncertain(sending, wall)],
  ['withheld', withheld(pending, noon, 'suppressed')],
];

describe('a mail', () => {
  it('keeps everything that was written through every state', () => {
    const through = [
      sending,
      returned(sending),
      uncertain(sending, wall),
      withheld(pending, noon, 'x'),
      ...Object.values(fates).map((fate) => settled(sending, fate)),
    ];
    const { status: _, ...letter } = pending;
    for (const mail of through) expect(mail).toMatchObject(letter);
  });

  it('carries nothing over from a state it left', () => {
    expect(returned(sending)).toEqual(pending);
    expect(settled(uncertain(sending, wall), fates.sent)).not.toHaveProperty('since');
    expect(settled(settled(sending, fates.rejected), fates.complained)).not.toHaveProperty('reason');
  });

  it.each([
    [pending, 'send'],
    [sending, 'wait'],
    [settled(sending, fates.sent), 'nothing'],
    [uncertain(sending, wall), 'nothing'],
    [withheld(pending, noon, 'x'), 'nothing'],
  ] as const)('%#: may be sent only while it is pending', (mail, step) => {
    expect(nextStep(mail, wall)).toBe(step);
  });

  it('is given up one minute after an attempt that never ended, not before', () => {
    expect(nextStep(sending, new Date(wall.getTime() + 59_999))).toBe('wait');
    expect(nextStep(sending, new Date(wall.getTime() + 60_000))).toBe('give-up');
  });
});

describe('a report of the mail service', () => {
  it.each(unsettled)('settles a mail that is %s, so that it is never sent again', (_, mail) => {
    for (const fate of Object.values(fates)) {
      const after = settled(mail, fate);
      expect(after).toMatchObject(fate);
      expect(nextStep(after, new Date(wall.getTime() + 600_000))).toBe('nothing');
    }
  });

  it.each([
    ['delivered', 'sent', 'delivered'],
    ['delivered', 'bounced for now', 'delivered'],
    ['delivered', 'bounced for good', 'bounced for good'],
    ['delivered', 'complained', 'complained'],
    ['bounced for now', 'delivered', 'delivered'],
    ['bounced for now', 'bounced for good', 'bounced for good'],
    ['sent', 'rejected', 'rejected'],
  ] as const)('%s, then %s: it is %s', (first, second, result) => {
    const after = settled(settled(sending, fates[first]), fates[second]);
    expect(after).toMatchObject(fates[result]);
  });

  it('gives the same mail in whatever order and however often reports come', () => {
    const report = fc.record({ fate: fc.constantFrom(...Object.values(fates)), delay: fc.nat(5), sent: fc.nat(2) });
    const reports = fc.array(
      report.map(({ fate, delay, sent }): Fate => {
        const sentAt = later(fate.sentAt, sent);
        return fate.status === 'sent' ? { ...fate, sentAt } : { ...fate, sentAt, at: later(fate.at, delay) };
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(
        reports.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, ...some], { minLength: 2 * some.length })),
        ),
        fc.constantFrom(...unsettled.map(([, mail]) => mail)),
        ([some, shuffledTwice], mail) => {
          expect(shuffledTwice.reduce(settled, mail)).toEqual(some.reduce(settled, mail));
        },
      ),
    );
  });

  it('that says nothing new returns the very same mail, so that nothing is written', () => {
    const delivered = settled(sending, fates.delivered);
    expect(settled(delivered, fates.delivered)).toBe(delivered);
    expect(settled(delivered, fates.sent)).toBe(delivered);
    expect(settled(delivered, fates['bounced for now'])).toBe(delivered);
  });

  it.each([
    ['bounced for good', 'hard-bounce'],
    ['complained', 'complaint'],
    ['bounced for now', undefined],
    ['delivered', undefined],
    ['rejected', undefined],
  ] as const)('%s suppresses because of %s', (fate, because) => {
    expect(suppressionAfter(settled(sending, fates[fate]))).toBe(because);
  });
});
