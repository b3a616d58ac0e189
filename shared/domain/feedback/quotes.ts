import * as z from 'zod';

/** A text somebody outside wrote, in the place it came from. */
export const Passage = z.object({ place: z.string().max(40), text: z.string().max(20_000) });
export type Passage = z.infer<typeof Passage>;

/** Words of a passage, and exactly where they stand. */
export const Quote = z.object({
  place: z.string(),
  from: z.int().min(0),
  to: z.int().min(1),
  text: z.string().min(1).max(240),
});
export type Quote = z.infer<typeof Quote>;

/** The quotes that stand in the passages word for word, with their offsets; the others are left out. */
export const verified = (claimed: readonly string[], passages: readonly Passage[]): Quote[] =>
  claimed.flatMap((text) => {
    const passage = passages.find((each) => text.length > 0 && each.text.includes(text));
    if (!passage || text.length > 240) return [];
    const from = passage.text.indexOf(text);
    return [{ place: passage.place, from, to: from + text.length, text }];
  });
