import { expect, it } from 'vitest';
import { Meeting } from '#shared/domain/meetings/meeting.ts';
import { claimed, proposed } from '#shared/domain/meetings/moves.ts';
import { reviewRate } from '#shared/domain/meetings/review-rate.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { IsoMonth } from '#shared/domain/values/iso-date.ts';

const meeting = (clientId: string, change: object = {}) =>
  Meeting.parse({
    meetingId: 'monthly-review-2026-10',
    clientId,
    purpose: 'monthly-review',
    occasion: '2026-10',
    contactIds: ['commissioner'],
    at: '2026-11-18T16:00:00.000Z',
    minutes: 30,
    timeZone: 'America/Chicago',
    sequence: 0,
    proposedAt: '2026-11-02T16:00:00.000Z',
    recordedAt: '2026-11-18T17:00:00.000Z',
    status: 'held',
    points: [],
    outcomes: [],
    nextSteps: [],
    ...change,
  });
const clients = ['big-12', 'american', 'sec'].map((id) => ClientId.parse(id));
const rate = (...meetings: Meeting[]) => reviewRate(meetings, clients, IsoMonth.parse('2026-11'));

it('counts a client whose review was held, once, and tells who missed it and who had none', () => {
  const missed = meeting('american', { status: 'missed' });
  expect(rate(meeting('big-12'), meeting('big-12'), missed)).toMatchObject({
    held: ['big-12'],
    missed: ['american'],
    without: ['sec'],
    share: 1 / 3,
  });
  expect(rate(missed, meeting('american')).missed).toEqual([]);
});

it.each([
  ['a meeting that was no review', { purpose: 'renewal' }],
  ['one that is only arranged', { status: 'arranged', arrangedAt: '2026-11-03T16:00:00.000Z' }],
  ['one that was cancelled', { status: 'cancelled' }],
  ['one of the evening before the month, on the client’s clock', { at: '2026-11-01T02:00:00.000Z' }],
  ['one of the next month, whatever month it was about', { at: '2026-12-01T16:00:00.000Z' }],
])('does not count %s', (_, change) => expect(rate(meeting('big-12', change)).held).toEqual([]));

it('counts one of the last evening of the month, on the client’s clock', () =>
  expect(rate(meeting('big-12', { at: '2026-12-01T02:00:00.000Z' })).held).toEqual(['big-12']));

it('lets another attempt at a link begin when the lease of the last one is over, not before', () => {
  const first = claimed(proposed(meeting('big-12')), new Date('2026-11-02T16:00:00Z'));
  expect(() => claimed(first, new Date('2026-11-02T16:00:59.999Z'))).toThrow();
  expect(claimed(first, new Date('2026-11-02T16:01:00Z')).tries).toBe(2);
});
