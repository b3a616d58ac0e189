import { describe, expect, it } from 'vitest';
import { nextAfter } from '#local/runtime/scheduler.ts';
import { virtualClock } from '#local/runtime/virtual-clock.ts';

describe('business time', () => {
  it.each([
    ['on a usual day', '02:15', '2026-11-20T15:00:00Z', '2026-11-21T08:15:00.000Z'],
    ['in summer', '02:15', '2026-07-15T12:00:00Z', '2026-07-16T07:15:00.000Z'],
    ['strictly after the moment given', '02:15', '2026-11-21T08:15:00Z', '2026-11-22T08:15:00.000Z'],
    ['once, when the clocks go back', '01:30', '2026-11-01T06:30:00Z', '2026-11-02T07:30:00.000Z'],
    ['at the next hour there is, when clocks go forward', '02:15', '2026-03-08T06:00:00Z', '2026-03-08T08:00:00.000Z'],
  ])('comes to a time of day %s', (_, at, after, next) => {
    expect(nextAfter({ at, zone: 'America/Chicago' }, new Date(after)).toISOString()).toBe(next);
  });

  it('passes as fast as it is told to, from where it is told to', () => {
    let outside = Date.parse('2026-11-20T15:00:00Z');
    const clock = virtualClock({ from: new Date('2026-07-15T12:00:00Z'), speed: 3600 }, () => new Date(outside));
    outside += 24_000;
    expect(clock.now().toISOString()).toBe('2026-07-16T12:00:00.000Z');
    expect(clock.wall().toISOString()).toBe('2026-11-20T15:00:24.000Z');
  });
});
