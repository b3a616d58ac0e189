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
  /**
   * The share of every month's days that lie in the calendar month before the one it is named after: 0 for calendar months,
   * more where months end on a day like the 20th.
   */
  readonly overlap: number;
  readonly columns: Readonly<Record<Measure, Float64Array>>;
}

/**
 * The median of the simulated portfolios. A client whose seats nobody knows is compared as one of this size: only its share
 * of seats is unknown, and its own past soon tells more than its peers.
 */
const usualSeats = 43;

/** The columns of calendar months. */
export function panelOf(history: History): Panel {
  const [first] = history.months;
  const seats = history.staffSeats || Number.NaN;
  const size = Math.log(history.staffSeats || usualSeats);
  const columns = mapMeasures((measure) => {
    const { read, scale } = measures[measure];
    const column = new Float64Array(history.months.length);
    let t = -1;
    for (const month of history.months) {
      t += 1;
      const value = read(month) ?? Number.NaN;
      if (scale === 'linear') column[t] = value;
      else if (scale === 'per seat') column[t] = value / seats;
      else column[t] = toLog(value) - (scale === 'log per seat' ? size : 0);
    }
    return column;
  });
  return {
    clientId: history.clientId,
    group: history.conferenceType ?? 'all',
    firstMonth: first ? monthIndex(first.month) : 0,
    length: history.months.length,
    overlap: 0,
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
  const mapped: Partial<Record<Measure, T>> = {};
  for (const measure of measureNames) mapped[measure] = of(measure);
  return mapped as Record<Measure, T>;
}

/** Counts and money are compared by ratios: ln(x + 0.5), which is defined at zero (health-model.md, 1). */
const toLog = (amount: number) => Math.log(Math.max(amount, 0) + 0.5);
export const fromLog = (log: number): number => Math.max(0, Math.exp(log) - 0.5);
