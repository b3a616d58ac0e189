import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthBand } from '#shared/domain/health/band.ts';
import { settleBand } from '#shared/domain/health/band.ts';
import { fitPeers } from '#shared/domain/health/score/peers.ts';
import { assessHistory } from '#shared/domain/prediction/assess-history.ts';
import { type History, monthAt, monthIndex } from '#shared/domain/prediction/history/history.ts';
import { panelOf } from '#shared/domain/prediction/history/panel.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import type { IsoMonth } from '#shared/domain/values/iso-date.ts';
import { aBook, aHistory } from './histories.ts';

const model = shippedModel;
const book = aBook();
const start = monthIndex('2022-01' as IsoMonth);
const month = (t: number) => monthAt(start + t);
const peersAt = (t: number) => fitPeers(book.map(panelOf), start + t);
const assessedAt = (history: History, t: number, peers = peersAt(t)) => assessHistory(history, month(t), peers, model);

describe('the score of a client', () => {
  it('is about 70 to 85 for a client like its peers, whatever the month', () => {
    for (const t of [24, 27, 30, 33, 35]) {
      const { healthScore, confidence } = assessedAt(aHistory(), t);
      expect(healthScore).toBeGreaterThan(68);
      expect(healthScore).toBeLessThan(85);
      // Open tickets, promised savings and some of the work are not in such a record.
      expect(confidence).toBeGreaterThan(0.8);
    }
  });

  it('does not fall in a quiet July, and does when January is as quiet', () => {
    const usual = assessedAt(aHistory(), 30);
    const january = 24;
    const quietJanuary = assessedAt(aHistory({ useAt: (t) => (t === january ? 0.25 : 1) }), january);
    expect(usual.dimensions.usage).toBeGreaterThan(60);
    expect(quietJanuary.dimensions.usage).toBeLessThan((usual.dimensions.usage ?? 0) - 15);
  });

  it('is the score with the season left in times the factor, which is over 1 in July and under 1 in January', () => {
    expect(assessedAt(aHistory(), 30).seasonFactor).toBeGreaterThan(1.02);
    expect(assessedAt(aHistory(), 24).seasonFactor).toBeLessThan(0.98);
  });

  it('is withheld when too little is known', () => {
    const silent = aHistory();
    const known = silent.months.map(({ month: of, financial }) => ({ ...silent.months[0], month: of, financial }));
    const history = {
      ...silent,
      months: known.map((one) => ({
        ...one,
        monthsToRenewal: undefined,
        metrics: undefined,
        featureAdoption: undefined,
        leadership: undefined,
        support: undefined,
        events: [],
        onTimePct: undefined,
      })),
    };
    expect(assessedAt(history, 30)).toMatchObject({ healthScore: null, band: null, seasonFactor: null });
  });

  it('knows no share of seats where nobody knows the seats, and does not take one for all of them', () => {
    const known = assessedAt(aHistory(), 30);
    for (const staffSeats of [undefined, 0]) {
      const unknown = assessedAt({ ...aHistory(), staffSeats }, 30);
      expect(unknown.confidence).toBeLessThan(known.confidence);
      expect(unknown.dimensions.usage).toBeCloseTo(known.dimensions.usage ?? 0, -1);
      expect(unknown.dimensions.adoption).toBeLessThan(85);
      expect(unknown.trend.stable).toBeCloseTo(known.trend.stable, 1);
    }
  });

  it('never rises when the newest month gets worse, and stays within 0 and 100', () => {
    const peers = peersAt(30);
    const life = fc.record({
      // Any past, so that the newest month may lie anywhere among the months it is compared with.
      past: fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 30, maxLength: 30 }),
      use: fc.double({ min: 0, max: 3, noNaN: true }),
      satisfaction: fc.double({ min: 1, max: 10, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(life, ({ past, use, satisfaction, share }) => {
        const lived = (u: number, s: number) =>
          assessedAt(
            aHistory({ useAt: (t) => (t === 30 ? u : (past[t] ?? 1)), satisfactionAt: (t) => (t === 30 ? s : 8) }),
            30,
            peers,
          ).healthScore ?? Number.NaN;
        const before = lived(use, satisfaction);
        const after = lived(use * share, 1 + (satisfaction - 1) * share);
        expect(after).toBeLessThanOrEqual(before + 0.011);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the book', () => {
    const reversed = fitPeers(book.toReversed().map(panelOf), start + 30);
    expect(assessedAt(aHistory(), 30, reversed).healthScore).toBeCloseTo(
      assessedAt(aHistory(), 30).healthScore ?? 0,
      6,
    );
  });
});

describe('a band', () => {
  const after = (score: number, band: HealthBand, scoreBefore: number) =>
    settleBand(score, { band, score: scoreBefore });

  it.each<[string, number, HealthBand, number, HealthBand]>([
    ['holds a point below its floor', 74, 'good', 80, 'good'],
    ['falls two points below', 72.9, 'good', 80, 'at-risk'],
    ['falls at the second reading below', 74, 'good', 74.5, 'at-risk'],
    ['holds a point above its ceiling', 91, 'good', 85, 'good'],
    ['rises two points above', 92, 'good', 85, 'excellent'],
    ['falls two bands at once', 40, 'good', 80, 'critical'],
    ['does not take a reading across the other side for a second one', 74, 'good', 91, 'good'],
  ])('%s', (_, score, band, scoreBefore, expected) => {
    expect(after(score, band, scoreBefore)).toBe(expected);
  });
});
