import type { Product } from '../clients/client.ts';
import { daysBetween, type IsoDate } from '../values/iso-date.ts';
import type { Dossier } from './dossier.ts';

/** A product that used to report and may have stopped: not the same as reports of no use. */
export interface Silence {
  readonly lastReport: IsoDate;
  readonly usualGap: number;
  /** Days beyond the usual gap between reports; 0 or less when a report may still come. */
  readonly overdueDays: number;
}

/** Until two reports show the usual gap, a month between them is taken as usual. */
const unknownGap = 30;
const reportsForGap = 30;

/** How overdue the next report is, given how often they came. Undefined when none ever came. */
export function silenceOf({ facts, asOf }: Dossier, product: Product): Silence | undefined {
  const reports = facts['usage.reported'];
  const recent: IsoDate[] = [];
  for (let at = reports.length - 1; at >= 0 && recent.length < reportsForGap; at -= 1) {
    const detail = reports[at]?.detail;
    if (detail?.product === product) recent.push(detail.date);
  }
  const [last, first] = [recent[0], recent.at(-1)];
  if (!first || !last) return undefined;
  const usualGap = first === last ? unknownGap : daysBetween(first, last) / (recent.length - 1);
  return { lastReport: last, usualGap, overdueDays: daysBetween(last, asOf) - usualGap };
}
