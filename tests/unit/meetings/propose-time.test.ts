import { expect, it } from 'vitest';
import { meetingDays, proposeTime, type TimeWanted } from '#shared/domain/meetings/propose-time.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { day } from '#tests/fixtures/world.ts';

/** Asked on Monday 2 November 2026, for half an hour in Chicago, six hours behind UTC. */
const wanted = (change: Partial<TimeWanted> = {}): TimeWanted => ({
  timeZone: 'America/Chicago',
  today: day('2026-11-02'),
  through: day('2026-12-17'),
  minutes: 30,
  blackouts: [],
  taken: [],
  ...change,
});
const busy = (from: string, to: string) => ({ from: Instant.parse(from), to: Instant.parse(to) });
const days = (change: Partial<TimeWanted> = {}) => meetingDays(wanted(change)).slice(0, 4);

it('proposes the first hour of the first good day, with five working days of notice', () => {
  // Of 3, 4, 5, 6 and 9 November the fifth is a Monday, and nobody meets on a Monday.
  expect(days()).toEqual(['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-17']);
  expect(proposeTime(wanted())).toBe('2026-11-10T16:00:00.000Z');
  // The fifth working day itself will do where it is one to meet on.
  expect(days({ today: day('2026-11-03') })[0]).toBe('2026-11-10');
  expect(days({ today: day('2026-11-04') })[0]).toBe('2026-11-11');
});

it('counts no day on which the office is to be left alone, neither as notice nor to meet on', () => {
  const blackouts = [{ from: day('2026-11-05'), to: day('2026-11-10'), because: 'championships' }];
  // 3, 4, 11 and 12 November, and Friday the thirteenth.
  expect(days({ blackouts })).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-24']);
});

it('waits until everybody has read of it, and gives up after the last day', () => {
  expect(days({ earliest: day('2026-11-18') })[0]).toBe('2026-11-18');
  expect(proposeTime(wanted({ through: day('2026-11-09') }))).toBeUndefined();
});

it('ends by 15:00 at the latest, and takes the lunch hour last', () => {
  const only = { through: day('2026-11-10') };
  // From 10:00 to 12:00 and from 13:00 on there is time; taken, there is the hour between, at last nothing.
  const morning = busy('2026-11-10T16:00:00.000Z', '2026-11-10T18:00:00.000Z');
  const afternoon = busy('2026-11-10T19:00:00.000Z', '2026-11-10T20:30:00.000Z');
  const last = busy('2026-11-10T20:30:00.000Z', '2026-11-10T21:00:00.000Z');
  const lunch = busy('2026-11-10T18:00:00.000Z', '2026-11-10T19:00:00.000Z');
  expect(proposeTime(wanted({ ...only, taken: [morning] }))).toBe('2026-11-10T19:00:00.000Z');
  expect(proposeTime(wanted({ ...only, taken: [morning, afternoon] }))).toBe('2026-11-10T20:30:00.000Z');
  expect(proposeTime(wanted({ ...only, taken: [morning, afternoon, last] }))).toBe('2026-11-10T18:00:00.000Z');
  expect(proposeTime(wanted({ ...only, taken: [morning, afternoon, last, lunch] }))).toBeUndefined();
});

it('meets back to back, but never at the same time', () => {
  const taken = [busy('2026-11-10T16:00:00.000Z', '2026-11-10T16:30:00.000Z')];
  expect(proposeTime(wanted({ taken }))).toBe('2026-11-10T16:30:00.000Z');
  // Up to noon is not at lunch.
  const until = [busy('2026-11-10T16:00:00.000Z', '2026-11-10T17:30:00.000Z')];
  expect(proposeTime(wanted({ taken: until }))).toBe('2026-11-10T17:30:00.000Z');
});
