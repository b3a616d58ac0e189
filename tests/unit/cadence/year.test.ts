import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitrate } from '#shared/domain/cadence/arbitrate.ts';
import { type CadenceRules, usualCadence } from '#shared/domain/cadence/cadence-rules.ts';
import type { Decision, HoldReason, Mailing } from '#shared/domain/cadence/mailing.ts';
import { brokenPromises } from './oracle.ts';
import { simulateOffices } from './simulated-offices.ts';
import { liveYear, type Story } from './simulated-year.ts';
import { waitsOf } from './waits.ts';

describe('a simulated year of 200 people in 25 offices, written to by programmes that do not know of each other', () => {
  let stories: Story[] = [];
  beforeAll(() => {
    stories = simulateOffices(1, 25).map((office) => liveYear(office, arbitrate));
  });
  const sum = (count: (story: Story) => number) => stories.reduce((total, story) => total + count(story), 0);

  it('is crowded: the people get half of what was proposed, some of it in digests, and every rule held something back', () => {
    expect(sum(({ office }) => office.readers.length)).toBe(200);
    expect(sum(({ office }) => office.proposals.length)).toBeGreaterThan(5_000);
    expect(sum(({ sent }) => sent.length)).toBeGreaterThan(2_000);
    expect(sum(({ sent }) => sent.filter(({ proposals }) => proposals.length > 1).length)).toBeGreaterThan(500);
    const reasons: Record<HoldReason, true> = {
      paused: true,
      approval: true,
      'held-by-operator': true,
      'too-early': true,
      'person-paused': true,
      'quiet-hours': true,
      'time-of-day': true,
      blackout: true,
      season: true,
      'contact-week': true,
      'contact-month': true,
      'office-week': true,
      spacing: true,
    };
    expect([...new Set(stories.flatMap(({ holds }) => [...holds]))].toSorted()).toEqual(
      Object.keys(reasons).toSorted(),
    );
  });

  it('breaks no cap, quiet hour, blackout or wish, and everything is sent, merged, or expires with its reason', () =>
    expect(stories.flatMap(brokenPromises)).toEqual([]));

  it('lets nothing of high priority starve', () => {
    const waits = stories.flatMap(waitsOf);
    expect(waits.length).toBeGreaterThan(500);
    expect(waits.filter(({ workingDays, allowed }) => workingDays > allowed)).toEqual([]);
    expect(waits.filter(({ stale, monthly }) => stale && !monthly)).toEqual([]);
  });

  it('sends critical mail at the moment it is proposed, unless somebody stopped it', () => {
    const critical = stories
      .flatMap(({ sent }) => sent)
      .filter(({ proposals: [first] }) => first?.message.priority === 'critical');
    const prompt = critical.filter(
      ({ at, proposals: [first] }) =>
        first && at - Math.max(first.proposedAt, Date.parse(first.message.notBefore)) < 900_000,
    );
    expect(critical.length).toBeGreaterThan(50);
    expect(prompt.length / critical.length).toBeGreaterThan(0.85);
  });
});

it('breaks no promise in any small world', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (seed) => {
      const stories = simulateOffices(seed, 1).map((office) => liveYear(office, arbitrate));
      expect(stories.flatMap(brokenPromises)).toEqual([]);
    }),
    { numRuns: 6 },
  ));

describe('the same year shows what is broken when', () => {
  const brokenWith = (arbiter: (mailing: Mailing) => readonly Decision[]): Set<string> => {
    const stories = simulateOffices(7, 6).map((office) => liveYear(office, arbiter));
    return new Set(stories.flatMap(brokenPromises).map((broken) => broken.split(':')[0] ?? ''));
  };
  const withRules = (change: Partial<CadenceRules>) =>
    brokenWith((mailing) => arbitrate(mailing, { ...usualCadence, ...change }));
  const withoutCap = (reason: HoldReason, of: 'contact' | 'office') =>
    withRules({ caps: usualCadence.caps.filter((cap) => cap.reason !== reason || cap.of !== of) });
  const allDay = { from: 0, to: 1440 };

  it.each<[string, string, () => Set<string>]>([
    ['the week of a contact is not capped', 'contact-week', () => withoutCap('contact-week', 'contact')],
    ['the month of a contact is not capped', 'contact-month', () => withoutCap('contact-month', 'contact')],
    ['the week of an office is not capped', 'office-week', () => withoutCap('office-week', 'office')],
    ['mails to one office are not spaced', 'office-spacing', () => withoutCap('spacing', 'office')],
    ['neither week nor spacing holds for a contact', 'spacing', () => withRules({ caps: [] })],
    ['monthly is not heeded', 'monthly', () => withRules({ monthly: { ...usualCadence.monthly, mails: 9 } })],
    ['weekends are working days', 'weekend', () => withRules({ weekend: [] })],
    [
      'hours are not kept',
      'quiet-hours',
      () => withRules({ workingHours: allDay, timesOfDay: { morning: allDay, midday: allDay, afternoon: allDay } }),
    ],
    [
      'the time of day is not kept',
      'time-of-day',
      () => withRules({ timesOfDay: { morning: allDay, midday: allDay, afternoon: allDay } }),
    ],
    ['nobody tells of blackouts', 'blackout', () => brokenWith((mailing) => arbitrate({ ...mailing, blackouts: [] }))],
    ['everybody lives in one zone', 'quiet-hours', () => brokenWith((mailing) => arbitrate(inOneZone(mailing)))],
    ['everything is sent as it comes', 'contact-week', () => brokenWith(sendEverything)],
  ])('%s', (_, rule, broken) => expect(broken()).toContain(rule));
});

const inOneZone = (mailing: Mailing): Mailing => ({
  ...mailing,
  recipients: mailing.recipients.map((recipient) => ({
    ...recipient,
    preferences: { ...recipient.preferences, timeZone: 'UTC' },
  })),
});

const sendEverything = ({ waiting }: Mailing): Decision[] =>
  waiting.map(({ contactId, messageId }) => ({ decision: 'send', contactId, messageIds: [messageId] }));
