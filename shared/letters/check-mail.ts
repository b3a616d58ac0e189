import { type About, check, type Ungrounded } from '#shared/domain/grounding/check.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { RenderedMail } from './render-mail.ts';

/** Everything that either part of a mail says and no fact of the sheet shows; none means that it may go out. */
export const checkMail = (
  { visibleText, text, links, house }: RenderedMail,
  facts: FactSheet,
  about: Omit<About, 'house'>,
): readonly Ungrounded[] => [
  ...check({ text: visibleText, links }, facts, { ...about, house }),
  ...check({ text, links: [] }, facts, { ...about, house }),
];
