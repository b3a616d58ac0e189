import type { History } from './history.ts';
import { monthIndex } from './history.ts';
import { type Measure, measureNames, measures } from './measures.ts';

/**
 * A client's history as columns of numbers, one value per month: logarithms of counts (per seat where the seats are known: realignment changes size,
 * not health) and money, the rest as it is.
 * NaN stands for a missing value here, so that a column stays one Float64Array.
 */
export interface Panel {
  readonly clientId: string;
  readonly group: string;
  /** Months since year 0 of the first value. */
  readonly firstMonth: number;
  readonly length: number;
  readonly columns: Readonly<Record<Measure, Float64Array>>;
}

export function panelOf(history: History): Panel {
  const [first] = history.months;
  const size = Math.log(history.staffSeats || 1);
  const columns = mapMeasures((measure) => {
    const { read, scale } = measures[measure];
    const column = new Float64Array(history.months.length);
    for (const [t, month] of history.months.entries()) {
      const value = read(month) ?? Number.NaN;
      column[t] =
        scale === 'linear' ? value : Math.log(Math.max(value, 0) + 0.5) - (scale === 'log per seat' ? size : 0);
    }
    return column;
  });
  return {
    clientId: history.clientId,
    group: history.conferenceType ?? 'all',
    firstMonth: first ? monthIndex(first.month) : 0,
    length: history.months.length,
    columns,
  };
}

/** The panel as it was at the end of that month. Views, no copies. */
export function cutPanel(panel: Panel, asOf: number): Panel {
  const length = Math.max(0, Math.min(panel.length, asOf - panel.firstMonth + 1));
  return length === panel.length
    ? panel
    : { ...panel, length, columns: mapMeasures((measure) => panel.columns[measure].subarray(0, length)) };
}

export function mapMeasures<T>(of: (measure: Measure) => T): Record<Measure, T> {
  return Object.fromEntries(measureNames.map((measure) => [measure, of(measure)])) as Record<Measure, T>;
}
