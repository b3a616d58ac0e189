/**
 * Which attributes of which items tell of a person by name, address or words: they are stored sealed (shared/adapters/
 * personal-data), by a key of the client they belong to, and read as these stand-ins once that key is destroyed.
 *   the attributes, sealed       in `sealed` of the item, in place of the attributes themselves
 */
import type { Item, Json, NewItem } from '#shared/ports/table.ts';

/** Nobody: no mail can be sent to it (RFC 2606). */
export const erasedAddress = 'erased@erased.invalid';
const erasedText = 'Erased.';

interface PersonalEntity {
  /** What stands in for each attribute. One that is `undefined` is simply absent. */
  readonly attributes: Readonly<Record<string, Json | undefined>>;
  /** The attribute that names the client. */
  readonly client?: string;
}

export const personalEntities: Readonly<Record<string, PersonalEntity>> = {
  contact: { client: 'clientId', attributes: { email: erasedAddress } },
  farewell: { client: 'clientId', attributes: { reason: erasedText } },
  message: { client: 'clientId', attributes: { because: erasedText, facts: [], draft: undefined } },
  action: { client: 'clientId', attributes: { points: [], outcome: undefined, nextSteps: [] } },
  meeting: { client: 'clientId', attributes: { notes: undefined, points: [], outcomes: [], nextSteps: [] } },
  mail: {
    client: 'about',
    attributes: {
      to: erasedAddress,
      subject: erasedText,
      text: erasedText,
      html: erasedText,
      invitation: undefined,
      unsubscribe: undefined,
      because: undefined,
      facts: [],
    },
  },
  delivery: { attributes: { body: undefined, problems: undefined } },
  'dead-letter': { attributes: { event: {}, reason: erasedText } },
};

/** Whose key seals what belongs to no client, such as what arrived and could not be read. No client's id has a star. */
const house = '*house';

/** How the attributes of an item that may be personal are sealed, and by whose key; undefined for all other items. */
export function personalIn(item: Item | NewItem): (PersonalEntity & { readonly owner: string }) | undefined {
  const declared = typeof item.entity === 'string' ? personalEntities[item.entity] : undefined;
  if (!declared) return undefined;
  const owner = declared.client === undefined ? undefined : item[declared.client];
  return { ...declared, owner: typeof owner === 'string' ? owner : house };
}
