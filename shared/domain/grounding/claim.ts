import type { Stretch } from './stretch.ts';

/** Something in a text that must be a fact: where it is, and what would ground it. */
export interface Claim extends Stretch {
  readonly what: 'figure' | 'date' | 'name' | 'link' | 'sign';
  readonly why: string;
  /** The figure without its unit, when that may be said by another fact than one that has the unit. */
  readonly core?: Stretch;
  /** The unit after a number. */
  readonly unit?: string;
}
