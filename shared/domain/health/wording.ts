import type { Product } from '../clients/client.ts';
import { dayOf, type IsoDate, monthNumber, monthOf } from '../values/iso-date.ts';

const inMonths = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const months = Array.from({ length: 12 }, (_, month) => inMonths.format(Date.UTC(2026, month, 15)));
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

export const productNames: Readonly<Record<Product, string>> = { flextime: 'Flextime', heliix: 'HELiiX' };

/** "3 November 2026" */
export const sayDate = (date: IsoDate): string =>
  `${dayOf(date)} ${sayMonth(monthNumber(monthOf(date)) - 1)} ${date.slice(0, 4)}`;

/** "November", for 0 (January) to 11. */
export const sayMonth = (month: number): string => months[month] ?? '';

/** "2,880"; below ten with one decimal, "3.4". */
export const sayNumber = (value: number): string => (value < 9.95 ? tenths : whole).format(value);

/** "$18,250", for an amount that is computed and not a sum of money anyone holds. */
export const sayDollars = (amount: number): string => money.format(amount);

/** "68%" */
export const sayShare = (share: number): string => `${Math.round(share * 100)}%`;

/** "1 answer", "7 answers" */
export const sayCount = (count: number, noun: string): string =>
  `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;

/** "a, b and c" */
export const sayList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
