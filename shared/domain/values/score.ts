import * as z from 'zod';

/** A health score, 0 to 100, in steps of a hundredth. */
export const Score = z.number().min(0).max(100).multipleOf(0.01).brand<'Score'>();
export type Score = z.infer<typeof Score>;
