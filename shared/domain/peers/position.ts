/** Where a client stands, as coarse as it may be said. */
export type Position =
  | 'below the middle of the group'
  | 'near the middle of the group'
  | 'above the middle of the group';

/** The privacy rule of domain-facts.md, and how coarse a position is. */
const rule = {
  /**
   * Others, not counting the client itself. With two others, a client that knows its own figure could subtract itself
   * from what it is told of "three" and would know its rivals but for one number.
   */
  fewestOthers: 3,
  /** No one may hold more than this share of the others' total, or the middle would be that one's figure. */
  mostOfTotal: 0.5,
  /**
   * Figures fall into steps, each this many times the one before. With steps of half as much again a large client that
   * joins could move the mean by two, which would show its size to a seventh.
   */
  step: 2,
} as const;

/**
 * Where `own` stands among `others`; undefined when the rule does not allow a comparison. Both the own figure and the
 * others' mean are first put on one fixed scale of coarse steps, and only the steps are compared. So whatever a client
 * reports of itself, and however often it asks, it learns in which step the mean lies and nothing else; and the mean of at
 * least three, moved by one that joins or leaves, leaves that one's figure open by more than a step. "Below" and "above" are
 * always true; "near" means within twice or half.
 */
export function positionAmong(own: number, others: readonly number[]): Position | undefined {
  if (!mayCompare(others) || own < 0) return undefined;
  const [ownStep, middle] = [stepOf(own), stepOf(total(others) / others.length)];
  if (ownStep === middle) return 'near the middle of the group';
  return ownStep < middle ? 'below the middle of the group' : 'above the middle of the group';
}

/** Whether these others are many enough, and none of them too large, to be compared with. */
export const mayCompare = (others: readonly number[]): boolean =>
  others.length >= rule.fewestOthers &&
  others.every((other) => other >= 0) &&
  total(others) > 0 &&
  Math.max(...others) <= rule.mostOfTotal * total(others);

/** The step of the scale a figure lies in: 0 for 1 up to 2, 1 for 2 up to 4, and so on, also below 1. */
const stepOf = (figure: number): number =>
  figure === 0 ? Number.NEGATIVE_INFINITY : Math.floor(Math.log(figure) / Math.log(rule.step));

const total = (figures: readonly number[]) => figures.reduce((sum, figure) => sum + figure, 0);
