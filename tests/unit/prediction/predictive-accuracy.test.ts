import { beforeAll, describe, expect, it } from 'vitest';
import { renderReportHtml } from '#local/evaluation/render-report-html.ts';
import { renderReportText } from '#local/evaluation/render-report-text.ts';
import { missedRequirements, parseRequirement } from '#local/evaluation/requirements.ts';
import { type PredictiveAccuracy, testPredictiveAccuracy } from '#local/evaluation/test-predictive-accuracy.ts';

let found: PredictiveAccuracy;
const months: string[] = [];
beforeAll(async () => {
  found = await testPredictiveAccuracy((month) => months.push(month));
}, 60_000);

const rivalsOf = ({ trend }: PredictiveAccuracy['real']) => trend?.rivals.map(({ accuracy }) => accuracy) ?? [];

describe('on the real panel of hospitals', () => {
  it('foretells the next quarter better than every rival, in at least 60 of 100 cases', () => {
    expect(found.real.trend?.accuracy).toBeGreaterThan(Math.max(0.6, ...rivalsOf(found.real)));
    expect(found.real.trend?.points).toBe(9 * 130);
  });

  it('claims nothing about losses, of which the panel has none', () => {
    expect(found.real.churn).toBeUndefined();
  });
});

describe('on a simulated portfolio the model never saw', () => {
  it('meets every bar of the trend and of loss', () => {
    const bars = [
      'accuracy=0.83',
      'macro-f1=0.8',
      'confident-accuracy=0.88',
      'coverage=0.8',
      'auc=0.85',
      'brier-skill=0.15',
      'calibration-error=0.03',
      'calendar-share=0.05',
      'false-alarms=0.1',
    ];
    expect(missedRequirements(found.simulated, bars.map(parseRequirement))).toEqual([]);
  });

  it('is better than every rival', () => {
    expect(found.simulated.trend?.accuracy).toBeGreaterThan(Math.max(...rivalsOf(found.simulated)) + 0.05);
  });
});

describe('the report', () => {
  it('names the data, the definition of stable and the coverage, in the terminal and on the page', () => {
    for (const shown of [renderReportText(found.real), renderReportHtml([found.real], found.remarks)]) {
      expect(shown).toContain('130 hospitals of NHS England');
      expect(shown).toContain('2 percentage points');
      expect(shown).toMatch(/points marked confident.*\n?.*% of all/);
    }
  });

  it('is one page that loads nothing', () => {
    const page = renderReportHtml([found.real, found.simulated], found.remarks);
    expect(page).not.toMatch(/(src|href)=|@import|url\(/);
    expect(page.match(/<svg/g)).toHaveLength(5);
    expect(page).not.toContain('NaN');
  });

  it('says what a missed bar missed, and refuses a bar it does not know', () => {
    expect(missedRequirements(found.real, [{ name: 'accuracy', bar: 0.99 }])).toEqual([
      expect.stringMatching(/^accuracy is 0\.\d{3}, at least 0\.99 is required$/),
    ]);
    expect(missedRequirements(found.real, [{ name: 'auc', bar: 0.5 }])).toEqual([
      expect.stringContaining('auc could not'),
    ]);
    expect(() => parseRequirement('luck=1')).toThrow(/accuracy, macro-f1/);
    for (const slip of ['accuracy', 'accuracy=', 'accuracy=0.8=0.9', 'accuracy=85%', 'toString=1'])
      expect(() => parseRequirement(slip), slip).toThrow(/name=value/);
  });

  it('was told of its progress month by month', () => {
    expect(months[0]).toBe('2016-04');
    expect(months).toHaveLength(72);
  });
});
