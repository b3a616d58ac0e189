import { describe, expect, it } from 'vitest';
import { calendarPrior } from '#shared/domain/prediction/season/calendar-prior.ts';
import { fitOwnSeason, fitPeerSeason, withoutSeason } from '#shared/domain/prediction/season/season.ts';
import { footballYear } from './histories.ts';

const truth = footballYear.map(Math.log);
const mean = truth.reduce((sum, value) => sum + value, 0) / 12;
const centredTruth = truth.map((value) => value - mean);

const client = (months: number, group = 'football', level = 3) => ({
  group,
  firstCalendarMonth: 0,
  overlap: 0,
  values: Float64Array.from({ length: months }, (_, t) => level + (centredTruth[t % 12] ?? 0)),
});
const flat = (months: number, group: string) => ({
  ...client(months, group),
  values: new Float64Array(months).fill(3),
});

describe('the season of a peer group', () => {
  it('is found from three years of twenty clients', () => {
    const { byGroup } = fitPeerSeason(
      Array.from({ length: 20 }, (_, i) => client(36, 'football', i)),
      2,
    );
    const found = byGroup.get('football');
    for (const [month, value] of centredTruth.entries())
      expect(Math.abs((found?.[month] ?? 0) - value)).toBeLessThan(0.1);
  });

  it('sums to nothing over the year', () => {
    const { all } = fitPeerSeason([client(30), flat(25, 'golf')], 2);
    expect(all.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0);
  });

  it('keeps each group its own, and leans on the whole book where a group is small', () => {
    const footballs = Array.from({ length: 20 }, () => client(36));
    const { byGroup } = fitPeerSeason([...footballs, ...Array.from({ length: 20 }, () => flat(36, 'golf'))], 2);
    expect(Math.abs(byGroup.get('golf')?.[0] ?? 1)).toBeLessThan(0.1);
    const alone = fitPeerSeason([...footballs, flat(13, 'golf')], 2).byGroup.get('golf');
    expect(alone?.[0]).toBeGreaterThan(0.2);
  });

  it('is the calendar prior until a year is known', () => {
    const prior = calendarPrior('optimizationRuns', 'mid-major-conference');
    expect(fitPeerSeason([client(11)], 2, prior).all).toEqual(prior);
    expect(prior[0]).toBeGreaterThan(prior[9] ?? 0);
  });
});

describe('the season of one client', () => {
  it('is its peers’ at first and its own in the end', () => {
    const peers = new Float64Array(12);
    const january = (months: number) => fitOwnSeason(client(months), peers, 2)[0] ?? 0;
    expect(january(11)).toBe(0);
    expect(january(13)).toBeGreaterThan(0.1);
    expect(january(60)).toBeGreaterThan(january(24));
  });

  it('leaves a level series once taken away', () => {
    const own = client(36);
    const { all } = fitPeerSeason(
      Array.from({ length: 20 }, () => own),
      2,
    );
    const level = withoutSeason(own, fitOwnSeason(own, all, 2));
    expect(Math.max(...level) - Math.min(...level)).toBeLessThan(0.25);
  });

  it('does not expect a surge again that came once, expects one that came every year, and a lull at once', () => {
    const june = 5;
    const juneOf = (months: number, extra: number, surges: boolean) => {
      const values = Float64Array.from({ length: months }, (_, t) => (t % 12 === june ? 3 + extra : 3));
      return fitOwnSeason({ values, firstCalendarMonth: 0, overlap: 0 }, new Float64Array(12), 2, surges)[june] ?? 0;
    };
    expect(juneOf(14, 1, false)).toBeGreaterThan(0.2);
    expect(juneOf(14, 1, true)).toBeLessThan(0.05);
    expect(juneOf(24, 1, true)).toBeGreaterThan(0.3);
    expect(juneOf(14, -1, true)).toBeLessThan(-0.2);
  });

  it('does not mind missing months', () => {
    const gappy = client(36);
    gappy.values[14] = Number.NaN;
    expect(withoutSeason(gappy, fitOwnSeason(gappy, new Float64Array(12), 2))[14]).toBeNaN();
  });
});
