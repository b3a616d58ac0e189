import { textHash } from '../figures/text-hash.ts';
import type { MessageKind } from '../mail/message-kind.ts';
import type { ContactId } from '../values/ids.ts';

const longest = 160;

/**
 * Identifies a message within its client: the same kind, person and occasion is the same message, whenever it is proposed;
 * any other is another. Characters an id may not have are written as `_` and four hexadecimal digits; an id that would be
 * too long ends in a hash of the whole.
 */
export function messageIdOf(kind: MessageKind, contactId: ContactId, occasion: string): string {
  const id = [kind, contactId, occasion].map(inLetters).join('.');
  if (id.length <= longest) return id;
  const hash = [textHash(id), textHash(id, 0x5bd1e995)].map((half) => half.toString(16).padStart(8, '0')).join('');
  return `${id.slice(0, longest - hash.length - 1)}.${hash}`;
}

const inLetters = (text: string) =>
  text.replaceAll(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
