import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrate } from '#shared/domain/cadence/arbitrate.ts';
import type { Candidate } from '#shared/domain/cadence/mailing.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { at, days, mailing, message, outcomes, person, sent, wednesday, who } from './mailings.ts';

const first = (waiting: readonly Candidate[]) => {
  const [decision] = arbitrate(mailing(waiting));
  return decision?.decision === 'send' ? decision.messageIds[0] : undefined;
};

describe('whose turn it is', () => {
  const ready = (daysAgo: number) => at(new Date(Date.parse(wednesday) - daysAgo * 86_400_000).toISOString());
  it.each<[string, Candidate['priority'], number, Candidate['priority'], number]>([
    ['the more important of two', 'high', 0, 'normal', 0],
    ['normal before low', 'normal', 0, 'low', 0],
    ['the one that waited longer', 'normal', 2, 'normal', 1],
    ['high before a normal one, however long that waited', 'high', 0, 'normal', 300],
    ['normal before a low one of thirteen days', 'normal', 0, 'low', 13],
    ['a low one that waited fifteen days longer', 'low', 15, 'normal', 0],
    ['critical before whatever waited', 'critical', 0, 'high', 300],
  ])('%s', (_, priority, waited, otherPriority, otherWaited) => {
    const one = message('z', { priority, notBefore: ready(waited) });
    const other = message('a', { priority: otherPriority, notBefore: ready(otherWaited) });
    expect(first([other, one])).toBe('z');
  });
});

describe('a place', () => {
  const afternoon = person('commissioner', { timeOfDay: 'afternoon' });
  const recipients = [person('scheduler'), person('compliance'), afternoon];
  const review = message('review', { priority: 'high', contactId: who('commissioner') });

  it('is kept for the more important mail whose hour comes later', () => {
    const past = [sent('compliance', '2026-10-05T14:00:00Z')];
    expect(outcomes(mailing([message('tip', { priority: 'low' }), review], { recipients, past }))).toEqual({
      review: 'time-of-day 2026-10-07T19:00Z',
      tip: 'office-week 2026-10-12T14:00Z',
    });
  });

  it('is not kept for a message that nobody approved yet', () => {
    const past = [sent('compliance', '2026-10-05T14:00:00Z')];
    const waiting = [message('tip', { priority: 'low' }), { ...review, approved: false }];
    expect(outcomes(mailing(waiting, { recipients, past })).tip).toBe('sent');
  });

  it('is not kept empty when the more important mail comes long after', () => {
    const blackouts = [days('2026-10-07', '2026-10-30')];
    const waiting = [
      message('notice', { priority: 'low', season: 'anytime' }),
      message('review', { priority: 'high' }),
    ];
    expect(outcomes(mailing(waiting, { blackouts }))).toEqual({
      notice: 'sent',
      review: 'blackout 2026-11-02T14:00Z',
    });
  });
});

describe('a digest', () => {
  const small = { digestible: true, priority: 'low' } as const;
  it.each<[string, Candidate[], Record<string, string>]>([
    [
      'carries small messages to the same person',
      [message('tip', small), message('review', { priority: 'high' })],
      { review: 'sent', tip: 'sent in review' },
    ],
    [
      'carries nothing that must stand alone',
      [message('a'), message('b')],
      { a: 'sent', b: 'contact-week 2026-10-14T14:00Z' },
    ],
    [
      'carries nothing to other people',
      [message('a', { priority: 'high' }), message('b', { ...small, contactId: who('compliance') })],
      { a: 'sent', b: 'time-of-day 2026-10-08T13:00Z' },
    ],
    [
      'carries nothing that is not approved',
      [message('a'), message('b', { ...small, approved: false })],
      { a: 'sent', b: 'approval 2027-10-01T12:00Z' },
    ],
    [
      'carries nothing whose time has not come',
      [message('a'), message('b', { ...small, notBefore: at('2026-10-20T14:00:00Z') })],
      { a: 'sent', b: 'too-early 2026-10-20T14:00Z' },
    ],
    [
      'carries nothing out of season',
      [message('a'), message('b', { ...small, season: 'training-windows' })],
      { a: 'sent', b: 'season 2027-04-15T13:00Z' },
    ],
    [
      'carries nothing commercial under a relationship mail',
      [message('a', { priority: 'high' }), message('b', { ...small, class: 'commercial' })],
      { a: 'sent', b: 'contact-week 2026-10-14T14:00Z' },
    ],
    [
      'may be commercial when what leads it is',
      [message('a', { priority: 'high', class: 'commercial' }), message('b', small)],
      { a: 'sent', b: 'sent in a' },
    ],
    [
      'is led by the most important message, not by the one that waited longest',
      [
        message('old', { ...small, notBefore: at('2026-09-01T12:00:00Z') }),
        message('new', { ...small, priority: 'high' }),
      ],
      { new: 'sent', old: 'sent in new' },
    ],
    [
      'is led by the one that must stand alone, whatever waited longer',
      [message('old', { ...small, notBefore: at('2026-09-01T12:00:00Z') }), message('new', { priority: 'high' })],
      { new: 'sent', old: 'sent in new' },
    ],
    [
      'has room for four',
      ['a', 'b', 'c', 'd', 'e'].map((id) => message(id, small)),
      { a: 'sent', b: 'sent in a', c: 'sent in a', d: 'sent in a', e: 'contact-week 2026-10-14T14:00Z' },
    ],
  ])('%s', (_, waiting, expected) =>
    expect(outcomes(mailing(waiting, { trainingWindows: [days('2027-04-15', '2027-05-15')] }))).toEqual(expected),
  );

  it('is waited for, so that one mail brings both', () => {
    const past = [sent('scheduler', '2026-10-02T14:00:00Z')];
    const waiting = [message('review', { priority: 'high' }), message('tip', small)];
    expect(outcomes(mailing(waiting, { past }))).toEqual({
      review: 'contact-week 2026-10-09T14:00Z',
      tip: 'contact-week 2026-10-09T14:00Z',
    });
  });
});

const moments = fc
  .integer({ min: -40 * 24, max: 60 * 24 })
  .map((hours) => Instant.parse(new Date(Date.parse(wednesday) + hours * 3_600_000).toISOString()));
const people = ['scheduler', 'compliance', 'commissioner', 'former'].map(who);
const candidates = fc.uniqueArray(
  fc
    .record({
      messageId: fc.nat(99).map(String),
      contactId: fc.constantFrom(...people),
      priority: fc.constantFrom('critical', 'high', 'normal', 'low'),
      class: fc.constantFrom('relationship', 'commercial'),
      season: fc.constantFrom('anytime', 'outside-blackouts', 'training-windows'),
      digestible: fc.boolean(),
      approved: fc.constantFrom(true, true, true, false),
      notBefore: moments,
      expiresAt: moments,
      heldUntil: fc.option(moments, { nil: undefined }),
    })
    .map((each) => message(each.messageId, each)),
  { selector: ({ messageId }) => messageId, maxLength: 12 },
);
const offices = fc
  .record({
    waiting: candidates,
    past: fc.array(
      fc.record({
        contactId: fc.constantFrom(...people),
        at: moments,
        priority: fc.constantFrom('critical', 'normal'),
      }),
      { maxLength: 8 },
    ),
    paused: fc.constantFrom(false, false, false, true),
    zone: fc.constantFrom('America/Chicago', 'Asia/Kolkata', 'Pacific/Auckland'),
  })
  .map(({ waiting, past, paused, zone }) =>
    mailing(waiting, {
      past: past.filter(({ at: moment }) => moment <= wednesday),
      paused,
      recipients: [
        person('scheduler'),
        person('compliance', {}, { timeZone: zone }),
        person('commissioner', { frequency: 'monthly', timeOfDay: 'midday' }),
      ],
      blackouts: [days('2026-10-12', '2026-10-14'), days('2026-10-31', '2026-11-04')],
      trainingWindows: [days('2026-10-20', '2026-11-10')],
    }),
  );

describe('for any office', () => {
  it('every message is in exactly one decision, whatever the order it came in', () =>
    fc.assert(
      fc.property(
        offices.chain((office) =>
          fc.record({
            office: fc.constant(office),
            waiting: fc.shuffledSubarray([...office.waiting], { minLength: office.waiting.length }),
            past: fc.shuffledSubarray([...office.past], { minLength: office.past.length }),
            recipients: fc.shuffledSubarray([...office.recipients], { minLength: 3 }),
          }),
        ),
        ({ office, waiting, past, recipients }) => {
          const decisions = arbitrate(office);
          const ids = decisions.flatMap((decision) =>
            decision.decision === 'send' ? [...decision.messageIds] : [decision.messageId],
          );
          expect(ids.toSorted()).toEqual(office.waiting.map(({ messageId }) => messageId).toSorted());
          expect(arbitrate({ ...office, waiting, past, recipients })).toEqual(decisions);
        },
      ),
    ));

  it('no hold ends within the next minute', () =>
    fc.assert(
      fc.property(offices, (office) => {
        const soon = at(new Date(Date.parse(office.now) + 60_000).toISOString());
        for (const decision of arbitrate(office))
          if (decision.decision === 'hold') expect(decision.until >= soon).toBe(true);
      }),
    ));

  it('asking again at the times it named settles each message at the time it named first', () =>
    fc.assert(
      fc.property(offices, (start) => {
        let office = start;
        const promised = new Map<string, string>();
        while (office.waiting.length > 0) {
          const settled = new Set<string>();
          const past = [...office.past];
          const untils: string[] = [];
          for (const decision of arbitrate(office)) {
            if (decision.decision === 'hold') {
              untils.push(decision.until);
              if (!promised.has(decision.messageId)) promised.set(decision.messageId, decision.until);
              continue;
            }
            for (const id of decision.decision === 'send' ? decision.messageIds : [decision.messageId]) {
              expect(office.now).toBe(promised.get(id) ?? start.now);
              settled.add(id);
            }
            if (decision.decision === 'send') {
              const lead = office.waiting.find(({ messageId }) => messageId === decision.messageIds[0]);
              past.push({ contactId: decision.contactId, at: office.now, priority: lead?.priority ?? 'normal' });
            }
          }
          const waiting = office.waiting.filter(({ messageId }) => !settled.has(messageId));
          const [next] = untils.toSorted();
          expect(next === undefined).toBe(waiting.length === 0);
          office = { ...office, waiting, past, now: next ? Instant.parse(next) : office.now };
        }
      }),
      { numRuns: 300 },
    ));
});
