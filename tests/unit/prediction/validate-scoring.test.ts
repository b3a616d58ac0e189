import { expect, it } from 'vitest';
import { renderReportHtml } from '#local/evaluation/render-report-html.ts';
import { renderReportText } from '#local/evaluation/render-report-text.ts';
import { type History, monthAt, monthIndex } from '#shared/domain/prediction/history/history.ts';
import { usualValidation, validateScoring } from '#shared/domain/prediction/proof/validate-scoring.ts';
import { shippedModel } from '#shared/domain/prediction/shipped-model.ts';
import { aBook, aHistory } from './histories.ts';

const options = { ...usualValidation, model: shippedModel, data: 'sketches' };
const yearsEarlier = (history: History, years: number): History => ({
  ...history,
  months: history.months.map((month) => ({ ...month, month: monthAt(monthIndex(month.month) - 12 * years) })),
});

it('says what a file without outcomes, or too young, leaves ungraded', () => {
  const steady = validateScoring(aBook(3), options);
  const young = validateScoring(aBook(3, { months: 5 }), options);
  for (const shown of [renderReportText(steady), renderReportHtml([steady])])
    expect(shown).toMatch(/Not graded, .* from month 23 on: the trend of the next quarter, loss within six months\b/);
  expect(renderReportText(young)).toContain('loss within six months, what the seasonal adjustment buys');
});

it('fits a book’s own trend without the outcomes that reach into the tested months', () => {
  const labels = ['declining', 'stable', 'improving'] as const;
  const firstTested = 24;
  const gap = 3;
  /** Labels by the client and the month, those of some months turned round. */
  const taught = (turned: (t: number) => boolean) =>
    aBook(20, { months: 28 }).map((history, i) => ({
      ...history,
      outcomes: {
        trend: history.months.slice(11, 27).map(({ month: asOf }, at) => {
          const label = labels[(i + (turned(11 + at) ? 1 : 0)) % 3] ?? 'stable';
          return { asOf, label, delta: undefined, measuredDelta: undefined, measuredLabel: undefined };
        }),
      },
    }));
  const graded = (turned: (t: number) => boolean) =>
    validateScoring(taught(turned), { ...options, fitTrendWithGap: gap, fromMonth: firstTested + 1 }).trend;
  const honest = graded(() => false);
  expect(graded((t) => t >= firstTested - gap && t < firstTested)).toEqual(honest);
  expect(graded((t) => t < firstTested - gap)?.confusion).not.toEqual(honest?.confusion);
}, 60_000);

it('counts its progress over all months, those between clients of other times too', () => {
  const heard: [number, number][] = [];
  const long = yearsEarlier(aHistory({ clientId: 'sec', months: 12 }), 4);
  validateScoring([long, aHistory({ months: 12 })], options, (_, done, of) => heard.push([done, of]));
  expect(heard).toHaveLength(60);
  expect(heard.at(-1)).toEqual([60, 60]);
});
