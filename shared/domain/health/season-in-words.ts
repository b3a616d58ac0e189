import type { Product } from '../clients/client.ts';
import type { AdjustedPanel } from '../prediction/season/adjust.ts';
import { expectedIn } from '../prediction/season/season.ts';
import { calendarOf } from '../season/sporting-calendar.ts';
import { type Dossier, productsOf } from './dossier.ts';
import { metrics } from './score/metrics.ts';
import { productNames, sayCount, sayMonth } from './wording.ts';

/** The season in words, for example "January: Flextime usage is read against 1.60 x a usual month (football schedules ...)". */
export function saySeason(dossier: Dossier, panel: AdjustedPanel): string {
  const { client, months } = dossier;
  const products = productsOf(dossier).filter((product) => months.some((month) => month.products[product]));
  if (products.length === 0) return 'No usage is reported, so there is no season to allow for';
  const month = mainMonth(panel);
  const lines = products.map((product) => {
    const because = calendarOf(client, product)[month]?.because;
    return `${productNames[product]} usage is read against ${timesUsual(product, panel).toFixed(2)} x a usual month (${because})`;
  });
  const short =
    panel.length < 12
      ? `; of this client ${sayCount(panel.length, 'month')} ${panel.length === 1 ? 'is' : 'are'} known, so that is the year of others like it`
      : '';
  return `${sayMonth(month)}: ${lines.join('; ')}${short}`;
}

/** The calendar month, 0 to 11, in which most of the latest month lies. */
export const mainMonth = ({ firstMonth, length, overlap }: AdjustedPanel): number =>
  (firstMonth + length - 1 + (overlap > 0.5 ? 11 : 0)) % 12;

/** How much of its work a product's clients do in the latest month, as expected: the mean over its metrics. */
function timesUsual(product: Product, { season, firstMonth, length, overlap }: AdjustedPanel): number {
  const expected = metrics.usage
    .filter((metric) => metric.product === product)
    .flatMap(({ measure }) => season.get(measure) ?? [])
    .map((index) => expectedIn(index, firstMonth + length - 1, overlap));
  return Math.exp(expected.reduce((sum, log) => sum + log, 0) / expected.length);
}
