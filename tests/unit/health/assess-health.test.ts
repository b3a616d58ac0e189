import { describe, expect, it } from 'vitest';
import { modelVersion } from '#shared/domain/health/model.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { Score } from '#shared/domain/values/score.ts';
import {
  asOf,
  assess,
  but,
  calendarUse,
  dimension,
  drop,
  fact,
  good,
  invoices,
  of,
  said,
  scored,
  settledLeaders,
  surveys,
  ticket,
  usage,
} from './evidence.ts';

describe('a client in good order', () => {
  it('is good, with a line for each dimension and one for the season', () => {
    const assessment = scored(good, asOf);
    expect(assessment).toMatchObject({ scoredOn: asOf, modelVersion, band: 'good', trend: 'stable' });
    expect(assessment.drivers.map(({ driver }) => driver)).toEqual([
      'usage',
      'satisfaction',
      'adoption',
      'financial',
      'leadership',
      'season',
    ]);
    expect(assessment.confidence).toBeGreaterThan(0.9);
  });

  it('is excellent when it is strong in all dimensions and still growing, as the reference client must be able to be', () => {
    const growing = (date: string) => 1 + (Date.parse(date) - Date.parse(asOf)) / 86_400_000 / 1_500;
    const strong = [
      ...usage(asOf, 730, (date) => calendarUse(date) * growing(date), 26),
      ...surveys(asOf, 9.4),
      ...but('usage.reported', 'survey.answered'),
    ];
    expect(scored(strong, asOf)).toMatchObject({ band: 'excellent' });
  });

  it('is not good for using little every day, however steadily', () => {
    const little = [...usage(asOf, 730, calendarUse, 2), ...but('usage.reported')];
    expect(dimension(scored(little, asOf), 'usage')?.score).toBeLessThan(70);
    expect(scored(little, asOf).band).not.toBe('good');
  });

  it('says what it was measured by', () => {
    const evidence = said(scored(good, asOf));
    for (const sentence of [
      /^Daily active users over the last 31 days: 15 a day against 1\d usual for November$/m,
      /^Satisfaction 8.5 of 10, recent answers weighing most \(8 answers, the last 8.5 on 10 November 2026\)$/m,
      /^No ticket is open; 1 ticket recorded$/m,
      /^Features are used by 78% of seats on average: analytics 70%, collaboration 75%, travel 80%, scheduling 85%$/m,
      /^\d\d of 40 seats active on an average day \(\d\d%\)$/m,
      /^No invoice is overdue$/m,
      /^4 invoices fell due in a year, none late$/m,
      /^Travel savings recorded in 12 months: \$5\d\d,\d{3} against \$500,000 promised$/m,
      /^Staff efficiency gained: 30%, against 30% usual$/m,
      /^Commissioner: in office since 20 December 2024 \(22 months\)$/m,
    ])
      expect(evidence).toMatch(sentence);
  });
});

describe('what arrives today counts today', () => {
  const yesterday = good.filter(({ type, detail }) => type !== 'usage.reported' || detail.date < asOf);
  const usageToday = (dailyActiveUsers: number) =>
    scored([...yesterday, fact('usage.reported', asOf, { product: 'flextime', metrics: { dailyActiveUsers } })], asOf)
      .score;

  it('a usage report', () => {
    expect(usageToday(0)).toBeLessThan(usageToday(15));
    expect(usageToday(15)).toBeLessThan(usageToday(60));
  });
  it('an unhappy answer', () => {
    expect(drop([...good, fact('survey.answered', asOf, { surveyId: 'today', score: 2 })])).toBeGreaterThan(4);
  });
  it('the departure of the commissioner, which alone can move the band', () => {
    expect(
      drop([...good, fact('leadership.changed', asOf, { role: 'commissioner', change: 'departed' })]),
    ).toBeGreaterThan(6);
  });
  it('a critical integration ticket, more than a question', () => {
    const critical = drop([...good, ticket(asOf, 'critical', 'integration', 'new')]);
    expect(critical).toBeGreaterThan(4);
    expect(drop([...good, ticket(asOf, 'normal', 'question', 'new')])).toBeLessThan(1);
  });
});

describe('too little known', () => {
  it('of a prospect is said, with what is missing', () => {
    expect(assess([], asOf, { contract: undefined })).toEqual({
      outcome: 'insufficient-data',
      scoredOn: asOf,
      modelVersion,
      confidence: 0,
      dimensions: ['usage', 'satisfaction', 'adoption', 'financial', 'leadership'].map((name) => ({
        dimension: name,
        confidence: 0,
        evidence: [],
      })),
      missing: '0% of what a score rests on is known, 50% is needed; record usage reports and survey answers',
    });
  });

  it('from usage alone, whose adoption is known too, asks for what helps most', () => {
    const alone = assess(of('usage.reported'), asOf, { contract: undefined });
    expect(alone).toMatchObject({ outcome: 'scored', confidence: 0.54 });
    const counts = usage(asOf, 730).map((it) => ({
      ...it,
      detail: { ...it.detail, metrics: { dailyActiveUsers: 12 } },
    }));
    expect(assess(counts as typeof good, asOf)).toMatchObject({
      outcome: 'insufficient-data',
      missing: expect.stringMatching(/^\d\d% of what .* is needed; record .*survey answers/),
    });
  });

  it('leaves a missing dimension out: the others share its weight, and confidence falls', () => {
    const assessment = scored(but('leadership.changed'), asOf);
    expect(dimension(assessment, 'leadership')).toEqual({ dimension: 'leadership', confidence: 0, evidence: [] });
    expect(assessment.drivers.map(({ driver }) => driver)).not.toContain('leadership');
    expect(assessment.confidence).toBeLessThan(scored(good, asOf).confidence);
    expect(Math.abs(drop(but('leadership.changed')))).toBeLessThan(4);
  });
});

describe('trend', () => {
  it('compares with the same rules ninety days earlier', () => {
    const turning = (score: number) => [
      ...good,
      fact('survey.answered', addDays(asOf, -5), { surveyId: 'turn', score }),
    ];
    expect(scored(turning(1), asOf).trend).toBe('declining');
    const unhappyThen = [...but('survey.answered'), ...surveys(addDays(asOf, -100), 4), ...surveys(asOf, 9, 60)];
    expect(scored(unhappyThen, asOf).trend).toBe('improving');
  });

  it('is unknown without half a year of facts', () => {
    const young = [...usage(asOf, 170), ...surveys(asOf, 8, 170), ...invoices(asOf, 0, 170)];
    expect(scored(young, asOf).trend).toBe('unknown');
    expect(scored([...young, ...settledLeaders(asOf)], asOf).trend).toBe('unknown');
    const halfAYear = [...young, ...usage(addDays(asOf, -180), 1)];
    expect(scored(halfAYear, asOf).trend).not.toBe('unknown');
    expect(scored(halfAYear, addDays(asOf, -1)).trend).toBe('unknown');
  });
});

describe('the band', () => {
  const score = scored(good, asOf).score;
  const bandAfter = (before: number) => {
    const previous = { ...scored(good, asOf), band: 'excellent' as const, score: Score.parse(before) };
    return scored(good, asOf, { previous }).band;
  };

  it('follows the previous reading: a point out of "excellent" is not yet "good", two such readings are', () => {
    expect(score).toBeGreaterThan(75);
    expect(score).toBeLessThan(90);
    expect(bandAfter(score)).toBe('good');
    expect(bandAfter(92)).toBe(score > 88 ? 'excellent' : 'good');
  });

  it('starts anew after a day with too little known', () => {
    expect(scored(good, asOf, { previous: assess([], asOf) }).band).toBe('good');
  });
});
