import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readToken, sealToken } from '#functions/recipient-pages/token.ts';
import { type RecipientToken, tokenFrom, tokenText } from '#shared/domain/mail/recipient-token.ts';
import { ClientId, ContactId, ForeignId } from '#shared/domain/values/ids.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { day } from '#tests/fixtures/world.ts';
import { newest, older, secretOf } from './visiting.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,2}$/);
const person = { clientId: slug.map((id) => ClientId.parse(id)), contactId: slug.map((id) => ContactId.parse(id)) };
const anyToken: fc.Arbitrary<RecipientToken> = fc.oneof(
  fc.record({ purpose: fc.constant('preferences' as const), ...person }),
  fc.record({ purpose: fc.constant('unsubscribe' as const), ...person }),
  fc.record({
    purpose: fc.constant('survey' as const),
    ...person,
    surveyId: fc.stringMatching(/^[\x21\x22\x24-\x7e]{1,64}$/).map((id) => ForeignId.parse(id)),
    lastDay: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2026-01-01'), days)),
  }),
);
const aToken: RecipientToken = {
  purpose: 'unsubscribe',
  clientId: ClientId.parse('big-12'),
  contactId: ContactId.parse('scheduling-associate'),
};

describe('a recipient token', () => {
  it('says what it was made to say, under any active secret', () => {
    fc.assert(
      fc.property(anyToken, fc.constantFrom(newest, older), (token, secret) => {
        expect(readToken(sealToken(token, secret), [newest, older])).toEqual(token);
      }),
    );
  });

  it('is the same whenever it is made, so that a mail rendered again is the mail that was approved', () => {
    expect(sealToken(aToken, newest)).toBe(sealToken({ ...aToken }, newest));
    expect(sealToken(aToken, newest)).not.toBe(sealToken(aToken, older));
  });

  it('shows nothing of what it says', () => {
    const sealed = sealToken(aToken, newest);
    const bytes = Buffer.from(sealed, 'base64url').toString('latin1');
    for (const word of ['unsubscribe', 'big-12', 'scheduling', 'associate']) {
      expect(sealed).not.toContain(word);
      expect(bytes).not.toContain(word);
    }
  });

  it('fits the path of a link, whatever the ids', () => {
    fc.assert(
      fc.property(anyToken, (token) => {
        expect(sealToken(token, newest)).toMatch(/^[A-Za-z0-9_-]{40,400}$/);
      }),
    );
  });

  it('is refused when a single bit of it was changed', () => {
    const sealed = Buffer.from(sealToken(aToken, newest), 'base64url');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const forged = Buffer.from(sealed);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readToken(forged.toString('base64url'), [newest, older]), `bit ${bit}`).toBeUndefined();
    }
  });

  it('is refused when it is cut short, lengthened or spelled another way', () => {
    const sealed = sealToken(aToken, newest);
    for (let length = 0; length < sealed.length; length++)
      expect(readToken(sealed.slice(0, length), [newest])).toBeUndefined();
    for (const other of [`${sealed}A`, `${sealed}=`, ` ${sealed}`, `${sealed}\n`, sealed.toUpperCase()])
      expect(readToken(other, [newest])).toBeUndefined();
  });

  it('is refused when it was made with a secret that is not active (any more)', () => {
    expect(readToken(sealToken(aToken, older), [newest])).toBeUndefined();
    expect(readToken(sealToken(aToken, secretOf('a guess')), [newest, older])).toBeUndefined();
    expect(readToken(sealToken(aToken, newest), [])).toBeUndefined();
  });

  it('never fails on any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.string({ minLength: 500 })), (text) => {
        expect(readToken(text, [newest, older])).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a token says, as text', () => {
  it.each([
    'preferences#big-12',
    'preferences#big-12#commissioner#satisfaction',
    'survey#big-12#commissioner#satisfaction',
    'survey#big-12#commissioner#satisfaction#2026-02-30',
    'survey#big-12#commissioner#satisfaction#2026-12-20#more',
    'operator#big-12#commissioner',
    'preferences#Big 12#commissioner',
    '',
  ])('is not "%s"', (text) => {
    expect(tokenFrom(text)).toBeUndefined();
  });

  it('holds ids only', () => {
    expect(tokenText(aToken)).toBe('unsubscribe#big-12#scheduling-associate');
  });
});
