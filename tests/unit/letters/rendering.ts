import type { ClientType, ContactRole } from '#shared/domain/clients/client.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import type { NumberStyle } from '#shared/domain/mail/preferences.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { type RenderedMail, renderMail } from '#shared/letters/render-mail.ts';
import { voices } from '#shared/letters/voices.ts';

export const sender = { name: 'HELiiX AI Solutions', postalAddress: '100 Main Street, Springfield, KS 66000' };
export const links = {
  preferences: 'https://csm.heliix.example/clients/page/preferences',
  unsubscribe: 'https://csm.heliix.example/u/token',
};

interface Wish {
  readonly role?: ContactRole;
  readonly style?: NumberStyle;
  readonly simulated?: boolean;
}

/** The letter of that kind to that client type, as a mail. */
export function mailOf(
  kind: MessageKind,
  type: ClientType,
  facts: FactSheet,
  { role = 'commissioner', style = 'en-US', simulated = true }: Wish = {},
): RenderedMail {
  const letter = catalogue[kind].write({ facts, voice: voices[type], role });
  return renderMail({ kind, letters: [letter], facts, style, links, sender, simulated });
}
