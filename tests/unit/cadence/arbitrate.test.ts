import { describe, expect, it } from 'vitest';
import { usualCadence } from '#shared/domain/cadence/cadence-rules.ts';
import type { Candidate, Mailing } from '#shared/domain/cadence/mailing.ts';
import type { Preferences, Suppression } from '#shared/domain/mail/preferences.ts';
import { day } from '#tests/fixtures/world.ts';
import { at, days, mailing, message, outcome, outcomes, person, sent, wednesday, who } from './mailings.ts';

const inAMonth = at('2026-11-07T14:00:00Z');

it('sends what nothing speaks against', () => expect(outcome(message('m'))).toBe('sent'));

describe('a cap', () => {
  it.each<[string, Mailing['past'], string]>([
    ['a mail a minute under a week ago', [sent('scheduler', '2026-09-30T14:01:00Z')], 'contact-week 2026-10-07T14:01Z'],
    ['a mail exactly a week ago', [sent('scheduler', '2026-09-30T14:00:00Z')], 'sent'],
    [
      'a mail of last Sunday, though the calendar week is new',
      [sent('scheduler', '2026-10-04T15:00:00Z')],
      'contact-week 2026-10-12T13:00Z',
    ],
    [
      'four mails in 31 days',
      ['09-07', '09-14', '09-21', '09-28'].map((d) => sent('scheduler', `2026-${d}T14:00:00Z`)),
      'contact-month 2026-10-08T14:00Z',
    ],
    [
      'three mails in 31 days and one before',
      ['09-06', '09-14', '09-21', '09-28'].map((d) => sent('scheduler', `2026-${d}T14:00:00Z`)),
      'sent',
    ],
    [
      'two mails to others this week',
      [sent('compliance', '2026-10-02T14:00:00Z'), sent('commissioner', '2026-10-05T14:00:00Z')],
      'office-week 2026-10-09T14:00Z',
    ],
    [
      'two mails to people who left',
      [sent('former', '2026-10-02T14:00:00Z'), sent('former', '2026-10-02T18:00:00Z')],
      'office-week 2026-10-09T14:00Z',
    ],
    ['one mail to another this week', [sent('compliance', '2026-10-05T14:00:00Z')], 'sent'],
    ['a mail to another three hours ago', [sent('compliance', '2026-10-07T11:00:00Z')], 'spacing 2026-10-07T15:00Z'],
    ['a critical mail an hour ago', [sent('scheduler', '2026-10-07T13:00:00Z', 'critical')], 'sent'],
  ])('%s', (_, past, expected) => expect(outcome(message('m'), { past })).toBe(expected));

  it('keeps three days between two mails to one person even where a week may bring more', () => {
    const caps = usualCadence.caps.filter(({ reason }) => !reason.startsWith('contact'));
    const past = [sent('scheduler', '2026-10-05T14:00:00Z')];
    expect(outcome(message('m'), { past }, { ...usualCadence, caps })).toBe('spacing 2026-10-08T14:00Z');
  });

  it('is one mail in 28 days for who wants mail monthly', () => {
    const change = { recipients: [person('scheduler', { frequency: 'monthly' })] };
    expect(outcome(message('m'), { ...change, past: [sent('scheduler', '2026-09-14T14:00:00Z')] })).toBe(
      'contact-month 2026-10-12T14:00Z',
    );
    expect(outcome(message('m'), { ...change, past: [sent('scheduler', '2026-09-09T14:00:00Z')] })).toBe('sent');
  });

  it('holds among messages of one run too: one mail now, the next after four hours, the third after a week', () => {
    const waiting = ['scheduler', 'compliance', 'commissioner'].map((id, n) =>
      message(`m${n}`, { contactId: who(id) }),
    );
    const recipients = ['scheduler', 'compliance', 'commissioner'].map((id) => person(id));
    expect(outcomes(mailing(waiting, { recipients }))).toEqual({
      m0: 'sent',
      m1: 'time-of-day 2026-10-08T13:00Z',
      m2: 'office-week 2026-10-14T14:00Z',
    });
  });
});

describe('hours', () => {
  it.each<[string, string, Preferences['timeOfDay'], string]>([
    ['a minute before morning', '2026-10-07T12:59:00Z', 'morning', 'time-of-day 2026-10-07T13:00Z'],
    ['at eight', '2026-10-07T13:00:00Z', 'morning', 'sent'],
    ['after the morning', '2026-10-07T16:30:00Z', 'morning', 'time-of-day 2026-10-08T13:00Z'],
    ['before noon', '2026-10-07T14:00:00Z', 'midday', 'time-of-day 2026-10-07T16:30Z'],
    ['at noon', '2026-10-07T17:00:00Z', 'midday', 'sent'],
    ['before two', '2026-10-07T18:59:00Z', 'afternoon', 'time-of-day 2026-10-07T19:00Z'],
    ['a minute before seven in the evening', '2026-10-07T23:59:00Z', 'afternoon', 'sent'],
    ['at seven in the evening', '2026-10-08T00:00:00Z', 'afternoon', 'quiet-hours 2026-10-08T19:00Z'],
    ['at three at night', '2026-10-07T08:00:00Z', 'morning', 'quiet-hours 2026-10-07T13:00Z'],
    ['on Saturday', '2026-10-10T14:00:00Z', 'morning', 'quiet-hours 2026-10-12T13:00Z'],
    ['on Sunday, which is Monday in UTC', '2026-10-12T04:00:00Z', 'morning', 'quiet-hours 2026-10-12T13:00Z'],
    ['on Friday evening', '2026-10-10T00:30:00Z', 'morning', 'quiet-hours 2026-10-12T13:00Z'],
  ])('%s', (_, now, timeOfDay, expected) =>
    expect(outcome(message('m'), { now: at(now), recipients: [person('scheduler', { timeOfDay })] })).toBe(expected),
  );

  it.each([
    ['America/New_York', 'sent'],
    ['America/Los_Angeles', 'time-of-day 2026-10-07T15:00Z'],
    ['America/St_Johns', 'time-of-day 2026-10-08T10:30Z'],
    ['Asia/Kolkata', 'quiet-hours 2026-10-08T02:30Z'],
    ['Pacific/Auckland', 'quiet-hours 2026-10-07T19:00Z'],
  ])('are those of the person, in %s', (timeZone, expected) => {
    const now = at('2026-10-07T14:00:00Z');
    expect(outcome(message('m'), { now, recipients: [person('scheduler', {}, { timeZone })] })).toBe(expected);
    expect(outcome(message('m'), { now, recipients: [person('scheduler', { timeZone })] })).toBe(expected);
  });

  it.each([
    ['the night clocks go forward', '2026-03-07T20:00:00Z', '2026-03-09T13:00Z'],
    ['the night clocks go back', '2026-10-31T20:00:00Z', '2026-11-02T14:00Z'],
    ['a leap day, a Tuesday', '2028-02-29T08:00:00Z', '2028-02-29T14:00Z'],
    ['the eve of a leap day, after work', '2028-02-29T01:00:00Z', '2028-02-29T14:00Z'],
    ["New Year's Eve, a Thursday night", '2027-01-01T05:30:00Z', '2027-01-01T14:00Z'],
  ])('are right over %s', (_, now, until) =>
    expect(
      outcome(message('m', { notBefore: at('2026-01-01T12:00:00Z'), expiresAt: at('2029-01-01T00:00:00Z') }), {
        now: at(now),
      }),
    ).toBe(`quiet-hours ${until}`),
  );
});

describe('the season', () => {
  const thanksgiving = { blackouts: [days('2026-10-05', '2026-10-08')] };
  it.each<[string, Partial<Candidate>, Partial<Mailing>, string]>([
    ['leaves the office alone on its blackout days', {}, thanksgiving, 'blackout 2026-10-09T13:00Z'],
    [
      'finds the end of blackouts that touch',
      {},
      {
        blackouts: [
          days('2026-10-05', '2026-10-08'),
          days('2026-10-07', '2026-10-15'),
          days('2026-10-16', '2026-10-16'),
        ],
      },
      'blackout 2026-10-19T13:00Z',
    ],
    ['lets operational mail through', { season: 'anytime' }, thanksgiving, 'sent'],
    [
      'lets training go out in its window',
      { season: 'training-windows' },
      { trainingWindows: [days('2026-10-01', '2026-10-07')] },
      'sent',
    ],
    [
      'keeps training for the next window',
      { season: 'training-windows' },
      {
        trainingWindows: [
          days('2027-06-15', '2027-07-15'),
          days('2027-04-15', '2027-05-15'),
          days('2026-04-15', '2026-05-15'),
        ],
      },
      'season 2027-04-15T13:00Z',
    ],
    [
      'puts a blackout above a training window',
      { season: 'training-windows' },
      { ...thanksgiving, trainingWindows: [days('2026-10-01', '2026-10-31')] },
      'blackout 2026-10-09T13:00Z',
    ],
    [
      'lets training that finds no window become stale',
      { season: 'training-windows', expiresAt: inAMonth },
      {},
      'season 2026-11-07T14:00Z',
    ],
  ])('%s', (_, change, office, expected) => expect(outcome(message('m', change), office)).toBe(expected));
});

describe('what a person wants', () => {
  it.each<[string, Partial<Preferences>, string]>([
    ['drops a kind they do not want', { without: ['recommendation'] }, 'unwanted-kind'],
    ['keeps the kinds they did not name', { without: ['survey-request'] }, 'sent'],
    ['waits until the day their pause ends', { pausedUntil: day('2026-10-20') }, 'person-paused 2026-10-20T13:00Z'],
    ['goes on when the pause is over', { pausedUntil: day('2026-10-07') }, 'sent'],
  ])('%s', (_, preferences, expected) =>
    expect(outcome(message('m'), { recipients: [person('scheduler', preferences)] })).toBe(expected),
  );

  it.each<[Suppression['because'], string]>([
    ['unsubscribed', 'opted-out'],
    ['hard-bounce', 'suppressed'],
    ['complaint', 'suppressed'],
    ['operator', 'suppressed'],
  ])('%s ends all mail, critical mail too', (because, expected) => {
    const recipients = [person('scheduler', {}, { suppression: { because, at: wednesday } })];
    expect(outcome(message('m'), { recipients })).toBe(expected);
    expect(outcome(message('m', { priority: 'critical' }), { recipients, paused: true })).toBe(expected);
  });
});

describe('the operator', () => {
  it.each<[string, Partial<Candidate>, Partial<Mailing>, string]>([
    ['stops all mail with one switch', {}, { paused: true }, 'paused 2026-11-07T14:00Z'],
    ['must approve where approval is asked for', { approved: false }, {}, 'approval 2026-11-07T14:00Z'],
    ['can hold a message back', { heldUntil: at('2026-10-12T20:00:00Z') }, {}, 'held-by-operator 2026-10-13T13:00Z'],
    ['no longer holds it when that time came', { heldUntil: wednesday }, {}, 'sent'],
  ])('%s', (_, change, office, expected) =>
    expect(outcome(message('m', { expiresAt: inAMonth, ...change }), office)).toBe(expected),
  );
});

describe('a message', () => {
  it.each<[string, Partial<Candidate>, string]>([
    ['waits for its time', { notBefore: at('2026-10-07T14:00:01Z') }, 'too-early 2026-10-07T14:01Z'],
    ['is stale at the moment it expires', { expiresAt: wednesday }, 'stale'],
    ['is not stale a moment before', { expiresAt: at('2026-10-07T14:00:00.001Z') }, 'sent'],
    ['expires when nobody is there to read it', { contactId: who('former') }, 'no-recipient'],
    [
      'is looked at again when it becomes stale, if no earlier place is left',
      { notBefore: at('2026-10-10T14:00:00Z'), expiresAt: at('2026-10-11T14:00:00Z') },
      'too-early 2026-10-11T14:00Z',
    ],
  ])('%s', (_, change, expected) => expect(outcome(message('m', change))).toBe(expected));

  it('becomes stale even while all mail is stopped', () =>
    expect(outcome(message('m', { expiresAt: wednesday }), { paused: true })).toBe('stale'));

  it('refuses a time zone that does not exist', () =>
    expect(() => outcome(message('m'), { recipients: [person('scheduler', { timeZone: 'Mars/Olympus' })] })).toThrow(
      RangeError,
    ));
});

describe('critical mail', () => {
  const critical = { priority: 'critical', kind: 'issue-update', season: 'outside-blackouts' } as const;
  it.each<[string, Partial<Candidate>, Partial<Mailing>, string]>([
    ['goes at night', {}, { now: at('2026-10-10T08:00:00Z') }, 'sent'],
    ['goes on blackout days', {}, { blackouts: [days('2026-10-01', '2026-10-31')] }, 'sent'],
    [
      'waits for no cap',
      {},
      { past: ['scheduler', 'scheduler', 'compliance'].map((id) => sent(id, '2026-10-07T13:59:00Z')) },
      'sent',
    ],
    [
      'goes outside the hours the person chose',
      {},
      { recipients: [person('scheduler', { timeOfDay: 'afternoon', frequency: 'monthly' })] },
      'sent',
    ],
    ['obeys the switch', {}, { paused: true }, 'paused 2027-10-01T12:00Z'],
    ['obeys approval', { approved: false }, {}, 'approval 2027-10-01T12:00Z'],
    ['obeys the operator', { heldUntil: at('2026-10-07T20:00:00Z') }, {}, 'held-by-operator 2026-10-07T20:00Z'],
    [
      'obeys a pause the person asked for',
      {},
      { recipients: [person('scheduler', { pausedUntil: day('2026-10-09') })] },
      'person-paused 2026-10-09T05:00Z',
    ],
    [
      'obeys a kind the person does not want',
      {},
      { recipients: [person('scheduler', { without: ['issue-update'] })] },
      'unwanted-kind',
    ],
  ])('%s', (_, change, office, expected) =>
    expect(outcome(message('m', { ...critical, ...change }), office)).toBe(expected),
  );

  it('takes no place from other mail, and carries none of it', () => {
    const waiting = [message('outage', critical), message('tip', { digestible: true })];
    expect(outcomes(mailing(waiting))).toEqual({ outage: 'sent', tip: 'sent' });
  });

  it('is one mail when two critical messages may travel together', () => {
    const waiting = [message('outage', critical), message('second', { ...critical, digestible: true })];
    expect(outcomes(mailing(waiting))).toEqual({ outage: 'sent', second: 'sent in outage' });
  });
});

describe('a message that must arrive by a moment', () => {
  const past = [sent('scheduler', '2026-10-05T14:00:00Z')];
  it.each<[string, Partial<Candidate>, Partial<Mailing>, string]>([
    [
      'waits for its turn while that is early enough',
      { arriveBy: at('2026-10-12T14:00:00Z') },
      {},
      'contact-week 2026-10-12T14:00Z',
    ],
    ['goes past the caps when that would be too late', { arriveBy: at('2026-10-12T13:59:00Z') }, {}, 'sent'],
    [
      'but never at night',
      { arriveBy: at('2026-10-08T11:00:00Z') },
      { now: at('2026-10-08T02:00:00Z') },
      'quiet-hours 2026-10-08T13:00Z',
    ],
    [
      'nor while mail is stopped',
      { arriveBy: at('2026-10-08T11:00:00Z') },
      { paused: true },
      'paused 2027-10-01T12:00Z',
    ],
  ])('%s', (_, change, office, expected) =>
    expect(outcome(message('notice', change), { past, ...office })).toBe(expected),
  );
});
