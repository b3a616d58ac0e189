import * as z from 'zod';

/** A health score, 0 to 100, in steps of a hundredth. */
export const Score = z.number().min(0).max(100).multipleOf(0.01).brand<'Score'>();
export type Score = z.infer<typeof Score>;

/** "71.2": one decimal, never rounded up, so that a score does not read as if it had reached the next band. */
export const formatScore = (score: Score): string => (Math.floor(Math.round(score * 100) / 10) / 10).toFixed(1);
