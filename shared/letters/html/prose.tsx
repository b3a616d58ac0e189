import { fill } from '#shared/domain/grounding/fill.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { NumberStyle } from '#shared/domain/mail/preferences.ts';
import { light } from '../palette.ts';
import { splitAtLinks } from '../split-at-links.ts';

/** What is shown, and how. */
export interface Shown {
  readonly facts: FactSheet;
  readonly style: NumberStyle;
}

/** Words with their facts filled in; facts that are links can be followed. */
export function Prose({ says, facts, style }: Shown & { says: string }) {
  return (
    <>
      {splitAtLinks(says, facts).map((part) =>
        typeof part === 'string' ? (
          fill(part, facts, style)
        ) : (
          <a class="accent" href={part.url} style={`color:${light.accent}`}>
            {part.text}
          </a>
        ),
      )}
    </>
  );
}
