import { describe, expect, it } from 'vitest';
import { ClientType, Product } from '#shared/domain/clients/client.ts';
import { expectationFor, indexFromCalendar, learnSeason, mainMonth } from '#shared/domain/season/seasonal-index.ts';
import { calendarOf } from '#shared/domain/season/sporting-calendar.ts';
import { addDays, addMonths, firstDay, type IsoDate, lastDay, monthOf } from '#shared/domain/values/iso-date.ts';
import {
  american,
  calendarUse,
  day,
  dimension,
  healthy,
  invoices,
  scored,
  settledLeaders,
  surveys,
  usage,
} from './evidence.ts';

/** A level of use that is a lull in July and far below January: what half the usual month comes to. */
const atLevel = (asOf: IsoDate, level: number) => [
  ...healthy(asOf).filter(({ type }) => type !== 'usage.reported'),
  ...usage(asOf, 730, (date) => (monthOf(date) === monthOf(asOf) ? level : calendarUse(date))),
];

describe('the season of a college conference', () => {
  it('a July lull does not drop the score; the same quiet in January does', () => {
    const usual = scored(healthy(day('2026-06-30')), day('2026-06-30'));
    const july = scored(atLevel(day('2026-07-31'), 0.7), day('2026-07-31'), { previous: usual });
    const january = scored(atLevel(day('2026-01-31'), 0.7), day('2026-01-31'));
    const usualJanuary = scored(healthy(day('2026-01-31')), day('2026-01-31'));
    expect(Math.abs(usual.score - july.score)).toBeLessThan(3);
    expect(july.band).toBe(usual.band);
    expect(usualJanuary.score - january.score).toBeGreaterThan(12);
  });

  it('leaves a client that follows the calendar in its band all year, and nearly on its score', () => {
    const months = Array.from({ length: 12 }, (_, month) => addMonths(monthOf(day('2026-01-01')), month));
    const readings = months
      .flatMap((month) => [addDays(firstDay(month), 14), lastDay(month)])
      .map((asOf) => scored(healthy(asOf), asOf));
    expect(new Set(readings.map(({ band }) => band))).toEqual(new Set(['good']));
    const scores = readings.map(({ score }) => score);
    expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(4);
    // Without the calendar the same client would have swung.
    const unadjusted = readings.map(({ score, seasonFactor }) => score / seasonFactor);
    expect(Math.max(...unadjusted) - Math.min(...unadjusted)).toBeGreaterThan(8);
  });

  it('does not move with the number of weekends in a month', () => {
    const weekends = (date: IsoDate) => ([0, 6].includes(new Date(date).getUTCDay()) ? 0.2 : 1);
    const days = Array.from({ length: 28 }, (_, at) => addDays(day('2026-10-01'), at));
    const scores = days.map((asOf) => {
      const rest = [
        ...surveys(day('2026-10-28'), 8.5),
        ...invoices(day('2026-10-28')),
        ...settledLeaders(day('2026-10-28')),
      ];
      return dimension(scored([...usage(asOf, 700, weekends, 40), ...rest], asOf), 'usage')?.score ?? 0;
    });
    const steps = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(2);
  });

  it('learns an office of its own: a deep lull every July is no longer a surprise the second time', () => {
    const [first, second] = [day('2025-07-31'), day('2026-07-31')];
    const lull = (date: IsoDate) => calendarUse(date) * (date.slice(5, 7) === '07' ? 0.5 : 1);
    const facts = [
      ...usage(second, 730, lull),
      ...surveys(second, 8.5),
      ...invoices(second),
      ...settledLeaders(second),
    ];
    const [before, after] = [first, second].map((asOf) => dimension(scored(facts, asOf), 'usage')?.score ?? 0);
    expect(after).toBeGreaterThan((before ?? 0) + 10);
  });

  it('takes the year of others like it for a client that is new, and says so', () => {
    const asOf = day('2026-01-31');
    const facts = [...usage(asOf, 150), ...surveys(asOf, 8.5, 150), ...invoices(asOf, 0, 150), ...settledLeaders(asOf)];
    const { season, seasonFactor } = scored(facts, asOf);
    expect(season).toMatch(
      /^January: Flextime usage is read against 1\.\d\d x a usual month .*; of this client \d+ months are known, so that is the year of others like it$/,
    );
    expect(seasonFactor).toBeLessThan(1);
  });

  it('says what January is read against', () => {
    const { season } = scored(healthy(day('2026-01-31')), day('2026-01-31'));
    expect(season).toMatch(/^January: Flextime usage is read against 1\.\d\d x a usual month \(football schedules/);
  });
});

describe('every calendar', () => {
  const calendars = ClientType.options.flatMap((type) => Product.options.map((product) => ({ type, product })));

  it.each(calendars)(
    'of a $type for $product has twelve months around a yearly average of none',
    ({ type, product }) => {
      const index = indexFromCalendar(calendarOf({ type }, product));
      expect(index).toHaveLength(12);
      expect(index.reduce((sum, { log }) => sum + log, 0)).toBeCloseTo(0, 9);
      for (const { spread } of index) expect(spread).toBeGreaterThan(0);
    },
  );
});

describe('the seasonal index', () => {
  const index = indexFromCalendar(calendarOf(american, 'flextime'));

  it('moves toward what was seen by n / (n + kappa), and grows surer', () => {
    const january = { from: day('2025-01-01'), to: day('2025-01-31') };
    const spread = index[0]?.spread ?? 0;
    const learned = learnSeason(index, [{ span: january, log: 0.6 }], spread);
    // kappa is 1 here, so half of 0.6; centring then takes a twelfth of that from every month.
    expect((learned[0]?.log ?? 0) - (index[0]?.log ?? 0)).toBeCloseTo(0.3 - 0.3 / 12, 9);
    expect(learned[0]?.spread).toBeCloseTo(spread * Math.SQRT1_2, 9);
  });

  it('reads a span across two months by its days in each', () => {
    const span = { from: day('2025-12-17'), to: day('2026-01-15') };
    const [december, january] = [index[11]?.log ?? 0, index[0]?.log ?? 0];
    expect(expectationFor(index, span).log).toBeCloseTo((december + january) / 2, 9);
    expect(mainMonth({ from: day('2025-12-10'), to: day('2026-01-09') })).toBe(11);
  });
});
