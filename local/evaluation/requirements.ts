import type { ScoringReport } from '#shared/domain/prediction/proof/validate-scoring.ts';

/** The figures of a report that a bar can be set for, and whether more is better. */
const figures: Readonly<Record<string, { of: (report: ScoringReport) => number | undefined; least: boolean }>> = {
  accuracy: { of: ({ trend }) => trend?.accuracy, least: true },
  'macro-f1': { of: ({ trend }) => trend?.macroF1, least: true },
  'balanced-accuracy': { of: ({ trend }) => trend?.balancedAccuracy, least: true },
  'confident-accuracy': { of: ({ trend }) => trend?.confident.accuracy, least: true },
  coverage: { of: ({ trend }) => trend?.confident.coverage, least: true },
  auc: { of: ({ churn }) => churn?.auc, least: true },
  'brier-skill': { of: ({ churn }) => churn?.brierSkill, least: true },
  'calibration-error': { of: ({ churn }) => churn?.calibrationError, least: false },
  'false-alarms': { of: ({ warnings }) => warnings?.falseAlarmsPerClientYear, least: false },
  'calendar-share': { of: ({ season }) => season[0]?.calendarShare, least: false },
};

/** The names a bar can be set for. */
export const requirable: readonly string[] = Object.keys(figures);

/** One bar, written `name=value`: a least value, or a most for errors; throws when it is not one. */
export function parseRequirement(text: string): { name: string; bar: number } {
  const [, name = '', value = ''] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
  const bar = Number(value);
  if (!requirable.includes(name) || value.trim() === '' || Number.isNaN(bar))
    throw new Error(`"${text}" is no requirement; write name=value with one of ${requirable.join(', ')}`);
  return { name, bar };
}

/** One sentence for each bar that the report misses; a figure it does not have counts as missed. */
export function missedRequirements(
  report: ScoringReport,
  required: readonly { name: string; bar: number }[],
): string[] {
  return required.flatMap(({ name, bar }) => {
    const figure = figures[name];
    const value = figure?.of(report);
    if (value === undefined || Number.isNaN(value)) return [`${name} could not be measured on this file`];
    const holds = figure?.least ? value >= bar : value <= bar;
    return holds
      ? []
      : [`${name} is ${value.toFixed(3)}, ${figure?.least ? 'at least' : 'at most'} ${bar} is required`];
  });
}
