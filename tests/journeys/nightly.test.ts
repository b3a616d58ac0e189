import { describe, expect, it } from 'vitest';
import { dateIn, IsoDate } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { health } from '#shared/store/health.ts';
import { goodMonths, send } from './reports.ts';
import { aClient, world } from './world.ts';

const hour = 3_600_000;

describe('the nightly scoring', () => {
  it('scores every client once a night, so that silence is noticed without any report', {
    timeout: 30_000,
  }, async () => {
    const at = world();
    const clientId = await aClient(at);
    await send(at, goodMonths);
    await at.drain();

    const nights: string[] = [];
    // Three weeks, looked at every three hours.
    for (let looks = 0; looks < 21 * 8; looks++) {
      at.advance(3 * hour);
      const woken = await at.wakeDue();
      await at.drain();
      if (woken.includes('score-portfolio')) nights.push(dateIn(businessZone, at.clock.now()));
    }
    // The first night is the one it never ran in; then one each night.
    expect(nights).toHaveLength(22);
    expect(new Set(nights).size).toBe(22);

    const readings = await health.between(at.table, clientId, night('2026-11-20'), night('2026-12-31'));
    expect(readings.map(({ scoredOn }) => scoredOn)).toEqual(nights);
    const scores = readings.map((reading) => (reading.outcome === 'scored' ? reading.score : 0));
    expect(scores.at(-1)).toBeLessThan((scores[0] ?? 0) - 2);
    expect(await deadLetters.newest(at.table, 10)).toEqual([]);
    await at.close();
  });
});

const night = (date: string) => IsoDate.parse(date);
