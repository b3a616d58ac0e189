import * as z from 'zod';
import { UsageReported } from '#events/usage-reported.ts';
import { Feature, type UsageReport, UsageReportBody } from '#shared/domain/facts/usage.ts';
import { dollarCell, numberCell, textCell } from './cells.ts';
import { checkRows } from './check-rows.ts';
import { type CsvColumn, csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';
import type { Checked } from './problem.ts';
import type { Format } from './source-format.ts';

/** Reads a usage file: one row for each client, day and product. JSON rows are the bodies the webhook takes. */
export const readUsage = (text: string, format: Format): Checked<UsageReport> =>
  checkRows(format === 'csv' ? csvRows(text, columns) : jsonRows(text), UsageRow, {
    of: ({ clientId, date, product }) => [clientId, date, product].join(' '),
    in: 'client, date and product',
  });

const UsageRow = z.preprocess(asBody, UsageReportBody);

/** The webhook's `type` may be there and may not; a row without figures lacks one, rather than the object around them. */
function asBody(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const { type, ...body } = { type: UsageReported.detailType, metrics: {}, ...row };
  return type === UsageReported.detailType ? body : { type, ...body };
}

const metric = (name: string): CsvColumn => ({
  name,
  path: ['metrics', ...name.split('.')],
  read: numberCell,
});

const columns: readonly CsvColumn[] = [
  { name: 'clientId', path: ['clientId'], read: textCell, required: true },
  { name: 'date', path: ['date'], read: textCell, required: true },
  { name: 'product', path: ['product'], read: textCell, required: true },
  metric('dailyActiveUsers'),
  metric('schedulingSessions'),
  metric('optimizationRuns'),
  { ...metric('travelSavings'), read: dollarCell },
  metric('tasksAutomated'),
  metric('policyUpdates'),
  metric('complianceReports'),
  metric('hoursSaved'),
  metric('staffEfficiencyGain'),
  metric('errorReduction'),
  ...Feature.options.map((feature) => metric(`featureAdoption.${feature}`)),
];
