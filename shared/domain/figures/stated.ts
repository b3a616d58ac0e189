import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { sayMonth } from '../health/wording.ts';
import { type IsoMonth, monthNumber } from '../values/iso-date.ts';
import { Cents } from '../values/money.ts';

type ValueOf<F> = F extends GroundedFact ? Omit<F, 'id' | 'says' | 'sources'> : never;

/** A fact that may be said, made of its parts. */
export const stated = (id: string, says: string, sources: string[], value: ValueOf<GroundedFact>): GroundedFact => ({
  id,
  says,
  sources,
  ...value,
});

/** An amount of money in whole cents; none for a sum too large to be money (a billion dollars). */
export function money(id: string, says: string, sources: string[], cents: number): GroundedFact[] {
  const amount = Cents.safeParse(Math.round(cents));
  return amount.success ? [stated(id, says, sources, { kind: 'money', cents: amount.data })] : [];
}

/** A share to a hundredth of a percent; none where it cannot be told. */
export const share = (id: string, says: string, sources: string[], value: number | undefined): GroundedFact[] =>
  value === undefined || !Number.isFinite(value)
    ? []
    : [stated(id, says, sources, { kind: 'share', value: rounded(value, 4) })];

/** "October 2026" */
export const sayMonthAndYear = (month: IsoMonth): string => `${sayMonth(monthNumber(month) - 1)} ${month.slice(0, 4)}`;

/** A number to some decimals, so that the order of adding does not show. */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
