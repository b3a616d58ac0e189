import type { Product } from '#shared/domain/clients/client.ts';
import {
  addMonths,
  daysBetween,
  firstDay,
  type IsoDate,
  monthNumber,
  monthOf,
} from '#shared/domain/values/iso-date.ts';

/**
 * How busy an office is with a product on a day, 1 being an average day of the year; from month to month it changes
 * gradually. Not the table the score uses: what a client really does and what we expect of it must be free to differ.
 */
export function seasonOn(product: Product, date: IsoDate): number {
  const month = monthOf(date);
  const days = daysBetween(firstDay(month), firstDay(addMonths(month, 1)));
  const fromMiddle = (daysBetween(firstDay(month), date) + 0.5) / days - 0.5;
  const here = busyness(product, monthNumber(month));
  const neighbour = busyness(product, monthNumber(addMonths(month, fromMiddle < 0 ? -1 : 1)));
  return here + (neighbour - here) * Math.abs(fromMiddle);
}

/** Saturdays and Sundays are quiet, the days between Christmas and New Year quieter than others. */
export function workOn(date: IsoDate): number {
  const day = date.slice(5);
  const weekend = [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
  return (weekend ? 0.22 : 1) * (day >= '12-24' || day <= '01-01' ? 0.7 : 1);
}

const busyness = (product: Product, month: number): number => byMonth[product][month - 1] ?? 1;

/** January to December. Source: domain-facts.md, "A client's year"; compliance work peaks in July and August. */
const byMonth: Record<Product, readonly number[]> = {
  flextime: [1.8, 1.15, 0.7, 0.85, 0.85, 1.1, 0.85, 0.9, 0.7, 0.7, 0.7, 1.5],
  heliix: [0.85, 0.9, 0.85, 0.9, 0.95, 1.1, 1.45, 1.45, 1.05, 0.9, 0.85, 0.8],
};
