import * as z from 'zod';

/** US cents, a whole number from 0 to a billion dollars. Money is never a float. */
export const Cents = z.int().min(0).max(100_000_000_000).brand<'Cents'>();
export type Cents = z.infer<typeof Cents>;

/** Dollars as people and other systems write them (18250, 18250.5 or "18250.50"), read into cents without rounding. */
export const Dollars = z
  .union([z.number(), z.string()])
  .transform((written, context) => {
    const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(String(written));
    if (match) return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
    context.addIssue('use dollars from 0 to 999999999.99 with at most two decimals, for example 18250 or 18250.50');
    return z.NEVER;
  })
  .pipe(Cents);

export const dollars = (amount: number): Cents => Cents.parse(Math.round(amount * 100));

const whole = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** "$18,250": whole dollars, for people. */
export const formatDollars = (cents: Cents): string => whole.format(cents / 100);
