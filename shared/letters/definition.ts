import type { ContactRole } from '#shared/domain/clients/client.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { Block, Letter } from '#shared/domain/mail/letter.ts';
import type { MessagePolicy } from '#shared/domain/mail/message-kind.ts';
import { greetingOf } from './parts/passages.ts';
import { say } from './prose.ts';
import type { Script, Voice } from './voice.ts';

interface Occasion {
  readonly facts: FactSheet;
  readonly voice: Voice;
  readonly role: ContactRole;
}

/** One kind of message: its rules, what it cannot do without, and how it is written. */
export interface MessageDefinition extends MessagePolicy {
  /** Facts without which there is nothing to say. */
  readonly requires: readonly string[];
  /** At least one of these too, when there are any. */
  readonly requiresOneOf: readonly string[];
  /** Writes the letter. A sentence whose fact is unknown is left out. The required facts must be known. */
  readonly write: (occasion: Occasion) => Letter;
}

interface Written extends Omit<MessageDefinition, 'write' | 'requiresOneOf'> {
  readonly requiresOneOf?: readonly string[];
  /** The body between greeting and closing. */
  readonly body: (occasion: Occasion & { readonly script: Script }) => Block[];
}

/** Declares a kind of message; subject, preheader, greeting and closing come from the voice. */
export const defineMessage = ({ body, requiresOneOf = [], ...rules }: Written): MessageDefinition => ({
  ...rules,
  requiresOneOf,
  write: ({ facts, voice, role }) => {
    const script = voice.scripts[rules.kind];
    return {
      subject: script.subject,
      preheader: say(facts, script.preheader) ?? rules.name,
      greeting: greetingOf(voice, role),
      blocks: body({ facts, voice, role, script }),
      closing: voice.closing,
    };
  },
});

/** The facts that are missing before this kind can be written; empty when it can. */
export const missingFacts = ({ requires, requiresOneOf }: MessageDefinition, facts: FactSheet): string[] => [
  ...requires.filter((id) => !facts.has(id)),
  ...(requiresOneOf.length === 0 || requiresOneOf.some((id) => facts.has(id)) ? [] : [requiresOneOf.join(' or ')]),
];
