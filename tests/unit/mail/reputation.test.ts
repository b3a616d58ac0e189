import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailFate, reasonToStop, reputationOf } from '#shared/domain/mail/reputation.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';

const sentAt = Instant.parse('2026-11-20T12:00:00.000Z');
const fatesOf = (counts: Partial<Record<'delivered' | 'hard' | 'soft' | 'complained' | 'rejected', number>>) =>
  Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i): MailFate => {
      const about = { mailId: `${kind}-${i}`, sentAt };
      if (kind === 'hard' || kind === 'soft') return { ...about, status: 'bounced', permanent: kind === 'hard' };
      return { ...about, status: kind === 'complained' || kind === 'rejected' ? kind : 'delivered' };
    }),
  );
const stops = (counts: Parameters<typeof fatesOf>[0]) => reasonToStop(reputationOf(fatesOf(counts)));

describe('the kill switch', () => {
  it.each([
    ['just under 3 % bounces', { delivered: 195, hard: 5, soft: 0 }, false],
    ['3 % bounces', { delivered: 194, hard: 6 }, true],
    ['one send too few', { delivered: 193, hard: 6 }, false],
    ['199 sends that all bounced', { hard: 199 }, false],
    ['199 sends that all drew complaints', { complained: 199 }, false],
    ['one complaint in 200', { delivered: 199, complained: 1 }, true],
    ['one complaint in 1,250, which is 0.08 %', { delivered: 1_249, complained: 1 }, true],
    ['one complaint in 1,251', { delivered: 1_250, complained: 1 }, false],
    ['bounces for now, such as answering machines', { delivered: 150, soft: 50 }, false],
    ['200 of which the service rejected one', { delivered: 193, hard: 6, rejected: 1 }, false],
  ])('at %s: %o stops all: %s', (_, counts, expected) => {
    expect(stops(counts) !== undefined).toBe(expected);
  });

  it('never trips below 200 sends, and always at the limits', () => {
    const count = fc.nat(2_000);
    fc.assert(
      fc.property(count, fc.nat(150), fc.nat(5), (delivered, hard, complained) => {
        const sends = delivered + hard + complained;
        const tooMuch = hard >= sends * 0.03 || complained >= sends * 0.0008;
        expect(stops({ delivered, hard, complained }) !== undefined).toBe(sends >= 200 && tooMuch);
      }),
    );
  });

  it('counts each mail once, by what is known of it last', () => {
    const fates = fatesOf({ delivered: 194, hard: 6 });
    const reported: MailFate = { mailId: 'hard-0', status: 'complained', sentAt };
    expect(reputationOf([...fates, ...fates, reported])).toEqual({ sends: 200, bounces: 5, complaints: 1 });
  });
});
