import * as z from 'zod';

/** Words with facts in them: `You saved {{fact:savings.month}} in {{fact:month}}.` Figures, names, dates and links are facts. */
const Prose = z.string().min(1).max(4_000);
const FactId = z.string();

const Block = z.discriminatedUnion('block', [
  z.object({ block: z.literal('paragraph'), says: Prose }),
  z.object({ block: z.literal('heading'), says: Prose }),
  z.object({ block: z.literal('list'), items: z.array(Prose).min(1) }),
  /** Large figures, each with what it is and perhaps a note ("up {{fact:savings.change}} on September"). */
  z.object({
    block: z.literal('figures'),
    items: z.array(z.object({ label: Prose, fact: FactId, note: Prose.optional() })).min(1),
  }),
  /** Bars whose lengths follow the facts' values. */
  z.object({
    block: z.literal('bars'),
    title: Prose,
    items: z.array(z.object({ label: Prose, fact: FactId })).min(1),
  }),
  /** A thing set apart: the recommendation, the proposed meeting. */
  z.object({ block: z.literal('callout'), title: Prose, says: z.array(Prose).min(1) }),
  /** A button; the fact is a link. */
  z.object({ block: z.literal('action'), label: Prose, link: FactId }),
  /** Several links side by side, such as the answers 1 to 10 to one question. */
  z.object({ block: z.literal('choices'), question: Prose, links: z.array(FactId).min(2), low: Prose, high: Prose }),
]);
export type Block = z.infer<typeof Block>;

/** What a mail says, before it is HTML or text: both are made from it, so they cannot differ. */
export const Letter = z.object({
  subject: Prose.max(150),
  /** The line a mailbox shows after the subject. */
  preheader: Prose.max(200),
  greeting: Prose,
  blocks: z.array(Block).min(1),
  closing: Prose,
});
export type Letter = z.infer<typeof Letter>;
