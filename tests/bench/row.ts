/** One line of the table of measurements. */
export interface Row {
  readonly what: string;
  readonly value: string;
  /** How it compares, in the same run. */
  readonly against?: string;
}

export const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Math.round(value * 100) / 100);

/** Rows as a Markdown table. */
export const asTable = (rows: readonly Row[]): string =>
  [
    '| what | measured | against |',
    '|---|---|---|',
    ...rows.map(({ what, value, against = '' }) => `| ${what} | ${value} | ${against} |`),
  ].join('\n');
