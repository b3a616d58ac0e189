import type { Product } from '../../clients/client.ts';
import { daysBetween, type IsoDate } from '../../values/iso-date.ts';
import type { Evidence } from '../assessment.ts';
import { along } from '../curve.ts';
import type { Dossier } from '../dossier.ts';
import { usageRule } from '../model.ts';
import { productNames, sayCount, sayDate } from '../wording.ts';

/** A product that used to report and may have stopped: not the same as reports of no use. */
export interface Silence {
  readonly product: Product;
  readonly lastReport: IsoDate;
  readonly asOf: IsoDate;
  readonly usualGap: number;
  /** Days beyond the usual gap between reports; 0 or less when a report may still come. */
  readonly overdueDays: number;
}

/** How overdue the next report is, given how often they came. Undefined when none ever came. */
export function silenceOf({ facts, asOf }: Dossier, product: Product): Silence | undefined {
  const reports = facts['usage.reported'].filter(({ detail }) => detail.product === product);
  const recent = reports.slice(-usageRule.reportsForGap);
  const [first, last] = [recent[0]?.detail.date, recent.at(-1)?.detail.date];
  if (!first || !last) return undefined;
  const usualGap = first === last ? usageRule.unknownGap : daysBetween(first, last) / (recent.length - 1);
  return { product, lastReport: last, asOf, usualGap, overdueDays: daysBetween(last, asOf) - usualGap };
}

/** The sentence about a silence that counts; none while a report may still come. */
export function saySilence(silence: Silence | undefined): Evidence[] {
  if (!silence || along(usageRule.leftWhenSilent, silence.overdueDays) === 1) return [];
  const { product, lastReport, asOf, usualGap } = silence;
  const since = sayCount(daysBetween(lastReport, asOf), 'day');
  const often = usualGap < 2 ? 'daily' : `every ${Math.round(usualGap)} days`;
  const says = `No ${productNames[product]} report since ${sayDate(lastReport)} (${since}); they used to come ${often}`;
  return [{ says, facts: 0, from: lastReport, to: asOf, of: { types: ['usage.reported'], product } }];
}
