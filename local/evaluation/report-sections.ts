import { TrendLabel } from '#shared/domain/prediction/history/history.ts';
import type { ProbabilityReport } from '#shared/domain/prediction/proof/probabilities.ts';
import type { ScoringReport } from '#shared/domain/prediction/proof/validate-scoring.ts';

/** A table of a report, as both the terminal and the page show it. */
export interface Section {
  readonly title: string;
  /** One sentence on how to read it. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Everything a report says, as tables, in the order in which it is read. */
export const sectionsOf = (report: ScoringReport): Section[] => [
  ...trendSections(report),
  ...lossSections(report),
  ...seasonSections(report),
];

/** What the file tells too little of, in a sentence; nothing when all was graded. */
export function sayUngraded({ trend, churn, season, fromMonth }: ScoringReport): string[] {
  const ungraded = [
    ...(trend ? [] : ['the trend of the next quarter']),
    ...(churn ? [] : ['loss within six months']),
    ...(season.length > 0 ? [] : ['what the seasonal adjustment buys']),
  ];
  if (ungraded.length === 0) return [];
  return [`Not graded, since the file tells too little of it from month ${fromMonth} on: ${ungraded.join(', ')}`];
}

function trendSections({ trend }: ScoringReport): Section[] {
  if (!trend) return [];
  const { low, high } = trend.accuracyInterval;
  return [
    {
      title: 'Trend of the next quarter',
      note: `${trend.points} points; the interval is a bootstrap over clients.`,
      head: ['figure', 'value'],
      rows: [
        ['accuracy, all points', `${share(trend.accuracy)} (95%: ${share(low)} to ${share(high)})`],
        ['majority share', share(trend.majorityShare)],
        ['balanced accuracy', share(trend.balancedAccuracy)],
        ['macro-F1', share(trend.macroF1)],
        [
          'accuracy, points marked confident',
          `${share(trend.confident.accuracy)} (${percent(trend.confident.coverage)} of all)`,
        ],
      ],
    },
    {
      title: 'Simpler ways to guess',
      note: 'On the same points; the composite chooses its cut in hindsight, which no real rule can.',
      head: ['rule', 'accuracy', 'macro-F1'],
      rows: [...trend.rivals, { name: 'this model', ...trend }].map(({ name, accuracy, macroF1 }) => [
        name,
        share(accuracy),
        share(macroF1),
      ]),
    },
    {
      title: 'Confusion',
      note: 'Rows are what happened, columns what was foretold.',
      head: ['', ...TrendLabel.options],
      rows: trend.confusion.map((row, k) => [TrendLabel.options[k] ?? '', ...row.map(String)]),
    },
    {
      title: 'Accuracy by coverage',
      note: 'When only the most confident share of points is answered.',
      head: ['coverage', 'accuracy', ''],
      rows: trend.coverageCurve.map(({ coverage, accuracy }) => [percent(coverage), share(accuracy), bar(accuracy)]),
    },
  ];
}

function lossSections({ churn, renewal, warnings, floors }: ScoringReport): Section[] {
  if (!churn || !warnings || !floors) return [];
  return [
    {
      title: 'Loss within six months',
      note: `${churn.points} points, ${percent(churn.baseRate)} of them followed by a loss.`,
      head: ['figure', 'value'],
      rows: [
        ...probabilityRows(churn),
        ['median lead time', `${warnings.leadTimeMonths} months`],
        [
          'losses flagged before they came',
          `${percent(warnings.lostSeenComing)} (${percent(warnings.flagged)} of all months are flagged)`,
        ],
        ['false alarms per client-year', warnings.falseAlarmsPerClientYear.toFixed(2)],
        ['warnings that came true', `${percent(warnings.precision)} of ${warnings.warnings}`],
        ['declines warned of', percent(warnings.declinesWarned)],
      ],
    },
    calibrationSection('Calibration of loss', churn),
    ...renewalSections(renewal),
    {
      title: 'Floors for shipping a score',
      note: 'Green is good or excellent. From the twelfth month on, since few clients are ever critical.',
      head: ['floor', 'bar', 'found'],
      rows: [
        ['critical clients leave', 'at least 3.0 x the base rate', `${floors.criticalLift.toFixed(1)} x`],
        ['lost clients below green two months before', 'at least 67%', percent(floors.lostBelowGreen)],
        ['green clients', 'at most 80%', percent(floors.greenShare)],
        ...floors.lossByBand.map(({ band, points, lost }) => [
          `lost within six months, ${band}`,
          '',
          `${percent(lost)} of ${points}`,
        ]),
      ],
    },
  ];
}

function seasonSections({ season }: ScoringReport): Section[] {
  if (season.length === 0) return [];
  return [
    {
      title: 'What the seasonal adjustment buys',
      note: 'Calendar: share of the variance of scores within clients that the month explains, corrected for chance.',
      head: ['treatment', 'calendar', 'months with another band', 'months over 100'],
      rows: season.map(({ name, calendarShare, bandChanges, above100 }) => [
        name,
        share(Math.max(0, calendarShare)),
        percent(bandChanges),
        percent(above100),
      ]),
    },
  ];
}

const share = (value: number) => (Number.isNaN(value) ? 'unknown' : value.toFixed(3));
const percent = (value: number) => (Number.isNaN(value) ? 'unknown' : `${(100 * value).toFixed(1)}%`);
const bar = (value: number) => '#'.repeat(Math.round(20 * value));

function renewalSections(renewal: ProbabilityReport | undefined): Section[] {
  if (!renewal) return [];
  return [
    {
      title: 'Loss at the next renewal',
      note: `${renewal.points} points with a known next renewal, ${percent(renewal.baseRate)} of them lost at it.`,
      head: ['figure', 'value'],
      rows: probabilityRows(renewal),
    },
    calibrationSection('Calibration at renewal', renewal),
  ];
}

const probabilityRows = (report: ProbabilityReport): string[][] => [
  ['AUC', share(report.auc)],
  ['Brier skill', share(report.brierSkill)],
  ['calibration error', share(report.calibrationError)],
  ['losses among the riskiest tenth', percent(report.recallInRiskiestTenth)],
];

const calibrationSection = (title: string, { calibrationCurve }: ProbabilityReport): Section => ({
  title,
  note: 'Tenths of the points by rising probability.',
  head: ['foretold', 'happened', 'points', ''],
  rows: calibrationCurve.map(({ foretold, happened, points }) => [
    percent(foretold),
    percent(happened),
    String(points),
    bar(happened),
  ]),
});
