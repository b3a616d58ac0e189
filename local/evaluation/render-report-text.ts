import type { ScoringReport } from '#shared/domain/prediction/proof/validate-scoring.ts';
import { sayUngraded, sectionsOf } from './report-sections.ts';

/** The report for a terminal: what the data are, then one table per question. */
export function renderReportText(report: ScoringReport): string {
  const head = [
    `Data: ${report.data} (${report.clients} clients)`,
    `Model: ${report.model}`,
    `Graded from month ${report.fromMonth} of each record; ${report.definitionOfStable}`,
    ...sayUngraded(report),
  ];
  const sections = sectionsOf(report).map(({ title, note, head, rows }) =>
    [title, note, '', ...table(head, rows)].join('\n'),
  );
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
