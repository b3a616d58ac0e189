import type { Child, PropsWithChildren } from 'hono/jsx';

/** One column: its title and what it shows of a row. The `heading` names the row. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Child;
  readonly kind?: 'heading' | 'number' | 'wide' | 'flow';
  /** What stands over the column instead of its title. */
  readonly head?: Child;
}

interface Props<Row> {
  /** Read out before the table; the visible title is the heading above it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The last line, for sums: one cell a column. */
  readonly footer?: readonly Child[];
}

const columnsThatAlwaysFit = 3;

/** A table. With more columns than always fit, its rows become a stack of cards where the screen is narrow. */
export function Table<Row>({ caption, columns, rows, footer }: Props<Row>) {
  return (
    <table {...is.table} class={columns.length > columnsThatAlwaysFit ? 'cards' : undefined}>
      <caption class="unseen">{caption}</caption>
      <thead {...is.rowgroup}>
        <tr {...is.row}>
          {columns.map(({ title, kind, head }) => (
            <th {...is.columnheader} scope="col" class={kind}>
              {head ?? title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...is.rowgroup}>
        {rows.map((row) => (
          <tr {...is.row}>
            {columns.map(({ title, kind, cell }) => (
              <Cell title={title} kind={kind}>
                {cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {footer && (
        <tfoot {...is.rowgroup}>
          <tr {...is.row}>
            {columns.map(({ title, kind }, i) => (
              <Cell title={title} kind={kind}>
                {footer[i]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type CellProps = PropsWithChildren<{ title: string; kind: Column<never>['kind'] | undefined }>;

/** In a card the title of the column stands before its value (see tables.ts). */
const Cell = ({ title, kind, children }: CellProps) =>
  kind === 'heading' ? (
    <th {...is.rowheader} scope="row" class={kind}>
      {children}
    </th>
  ) : (
    <td {...is.cell} class={kind} data-title={title}>
      <div>{children}</div>
    </td>
  );

/** Some browsers forget that a table is one when CSS changes its display, so every part states its role. */
const is = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;
