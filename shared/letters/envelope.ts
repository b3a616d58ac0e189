import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { Letter } from '#shared/domain/mail/letter.ts';
import type { NumberStyle } from '#shared/domain/mail/preferences.ts';

/** Everything a mail is rendered from, in HTML and in text. */
export interface Envelope {
  /** What the mail is called above its title: the kind's name. */
  readonly name: string;
  readonly subject: string;
  /** The first greets and closes; the others travel in it. */
  readonly letters: readonly [Letter, ...Letter[]];
  readonly facts: FactSheet;
  readonly style: NumberStyle;
  readonly links: { readonly preferences: string; readonly unsubscribe: string };
  readonly sender: { readonly name: string; readonly postalAddress: string };
  readonly simulated: boolean;
}

export const simulatedNote = 'Simulated data, not a real client.';

/** Why the reader gets this. */
export const becauseOf = ({ facts, sender }: Envelope): string => {
  const client = facts.get('client.name');
  const office = client?.kind === 'name' ? client.text : 'your office';
  return `You receive this because ${sender.name} works with ${office}.`;
};
