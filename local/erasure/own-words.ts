import * as z from 'zod';
import { readingIdOf } from '#functions/read-feedback/read-feedback.ts';
import { preferenceIdOf } from '#functions/read-feedback/reader.ts';
import { Reading } from '#shared/domain/feedback/reading.ts';
import { Memory } from '#shared/domain/memory/memory.ts';
import type { Item } from '#shared/ports/table.ts';
import { anyOf } from './mentions.ts';
import { idsNaming, type Person } from './person.ts';

/** What a person wrote to us, and what was made of it. */
export interface OwnWords {
  /** Finds it where it is quoted; single words are anybody's. */
  readonly texts: RegExp;
  /** The person's answer, the reading of it, or the run that read it, which tell which words are the person's. */
  isSource(item: Item): boolean;
  /** A preference taken from it. */
  isMemory(item: Item): boolean;
}

const Answer = z.object({
  id: z.string(),
  detail: z.object({ respondent: z.string(), comment: z.string().optional() }),
});

/** Collects it from all items. Answers from which the person was erased already still tell which readings are of them. */
export function ownWords(person: Person) {
  const readingIds = new Set<string>();
  const texts = new Set<string>();
  const naming = idsNaming(person);
  return {
    answers(item: Item): void {
      const answer = isOf(item, person) ? Answer.safeParse(item.event).data : undefined;
      if (!answer || ![person.contactId, person.label].some((id) => id === answer.detail.respondent)) return;
      const before = answer.id.replaceAll(`/${person.label}/`, `/${person.contactId}/`);
      for (const id of [answer.id, before, before.replace(naming, `$1${person.label}`)])
        readingIds.add(readingIdOf(id));
      if (answer.detail.comment) texts.add(answer.detail.comment);
    },
    readings(item: Item): void {
      const reading = isOf(item, person) ? readingIn(item) : undefined;
      if (reading && readingIds.has(reading.readingId)) for (const { text } of reading.quotes) texts.add(text);
    },
    found(): OwnWords {
      const quoted = [...texts].map((text) => text.trim()).filter((text) => /\s/.test(text));
      return {
        texts: anyOf(quoted.flatMap((text) => [...new Set([text, JSON.stringify(text).slice(1, -1)])])),
        isSource: (item) =>
          isOf(item, person) && (item.entity === 'fact' || readingIds.has(readingIn(item)?.readingId ?? '')),
        isMemory: (item) => {
          const memory = isOf(item, person) && item.entity === 'memory' ? Memory.safeParse(item).data : undefined;
          return (
            memory !== undefined && [...readingIds].some((id) => preferenceIdOf(id, memory.says) === memory.memoryId)
          );
        },
      };
    },
  };
}

const isOf = ({ pk }: Item, { clientId }: Person) => pk === `CLIENT#${clientId}`;
const readingIn = ({ entity, reading }: Item) => (entity === 'reading' ? Reading.safeParse(reading).data : undefined);
