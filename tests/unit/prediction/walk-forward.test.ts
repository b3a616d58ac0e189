import { describe, expect, it } from 'vitest';
import { cutAt, type History, HistoryMonth } from '#shared/domain/prediction/history/history.ts';
import { type Prediction, predict } from '#shared/domain/prediction/predict.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import type { IsoMonth } from '#shared/domain/values/iso-date.ts';
import { aBook, aHistory } from './histories.ts';

const model = shippedModel;
const book = aBook(8, { months: 30 });
const cut = '2023-09' as IsoMonth;
const upTo = (lines: readonly Prediction[]) => lines.filter(({ asOf }) => asOf <= cut);

/** The same clients, whose life after the cut is another. */
const otherFuture = (history: History): History => ({
  ...history,
  months: history.months.map((month) =>
    month.month <= cut
      ? month
      : {
          ...month,
          metrics: month.metrics && { ...month.metrics, satisfaction: 1.5, sessions: 3 },
          monthsToRenewal: 0,
        },
  ),
});

describe('predictions', () => {
  const lines = [...predict(book, model)];

  it('begin with the twelfth month, one for every client and month', () => {
    expect(lines).toHaveLength(8 * 19);
    expect(lines[0]?.asOf).toBe('2022-12');
  });

  it('give probabilities that sum to one, and everything within its bounds', () => {
    for (const { trend, churn6m, renewalProbability, healthScore, seasonFactor } of lines) {
      expect(trend.improving + trend.stable + trend.declining).toBeCloseTo(1, 3);
      for (const share of [churn6m, renewalProbability]) expect(share).toBeGreaterThanOrEqual(0);
      for (const share of [churn6m, renewalProbability]) expect(share).toBeLessThanOrEqual(1);
      expect(healthScore).toBeLessThanOrEqual(100);
      expect(seasonFactor).toBeLessThanOrEqual(1.15);
    }
  });

  it('do not change when the future does: altered, cut off, or with outcomes written in', () => {
    const before = upTo(lines);
    expect(before.length).toBeGreaterThan(50);
    expect(upTo([...predict(book.map(otherFuture), model)])).toEqual(before);
    expect([
      ...predict(
        book.map((history) => cutAt(history, cut)),
        model,
      ),
    ]).toEqual(before);
    const foretold = book.map((history) => ({ ...history, outcomes: { churnMonth: '2024-01' as IsoMonth } }));
    expect([...predict(foretold, model)]).toEqual(lines);
  });

  it('stop with the record of a client that left, and go on for the others', () => {
    const [first, ...others] = book;
    const left = first && cutAt(first, cut);
    const gone = [...predict(left ? [left, ...others] : others, model)].filter(
      ({ clientId }) => clientId === 'conference-0',
    );
    expect(gone.at(-1)?.asOf).toBe(cut);
  });

  it('are confident of nobody who has been silent for a quarter', () => {
    const silentFrom = (t: number) => {
      const history = aHistory({ clientId: `silent-from-${t}` });
      const months = history.months.map((told, at) => (at < t ? told : HistoryMonth.parse({ month: told.month })));
      return { ...history, months };
    };
    const last = [...predict([...aBook(), silentFrom(33), silentFrom(34), silentFrom(0)], model)].filter(
      ({ asOf, clientId }) => asOf === '2024-12' && clientId.startsWith('silent'),
    );
    expect(last.map(({ clientId, confident }) => [clientId, confident])).toEqual([
      ['silent-from-33', false],
      ['silent-from-34', true],
      ['silent-from-0', false],
    ]);
  });

  it('see a long decline coming that a steady client does not have', () => {
    const steady = aHistory({ clientId: 'steady' });
    const falling = aHistory({
      clientId: 'falling',
      useAt: (t) => (t < 26 ? 1 : 1 - 0.08 * (t - 25)),
      driveAt: (t) => (t < 26 ? 1 : 1 - 0.06 * (t - 25)),
      satisfactionAt: (t) => (t < 26 ? 8 : 8 - 0.35 * (t - 25)),
    });
    const last = [...predict([...aBook(), steady, falling], model)].filter(({ asOf }) => asOf === '2024-10');
    const of = (clientId: string) => last.find((line) => line.clientId === clientId);
    expect(of('falling')?.trend.declining).toBeGreaterThan((of('steady')?.trend.declining ?? 1) + 0.2);
    expect(of('falling')?.churn6m).toBeGreaterThan(of('steady')?.churn6m ?? 1);
    expect(of('falling')?.healthScore).toBeLessThan((of('steady')?.healthScore ?? 0) - 10);
  });
});
