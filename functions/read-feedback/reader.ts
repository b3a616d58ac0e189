import type { Agent, Effects, Made } from '#shared/agent/agent.ts';
import { givesOrders } from '#shared/domain/feedback/gives-orders.ts';
import { type Passage, verified } from '#shared/domain/feedback/quotes.ts';
import { ReaderAnswer, type Reading, sayReading } from '#shared/domain/feedback/reading.ts';
import { textHash } from '#shared/domain/figures/text-hash.ts';
import { usuallyUntil } from '#shared/domain/memory/memory.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { memories } from '#shared/store/memory.ts';
import { readings } from '#shared/store/reading.ts';
import { prompt } from './prompt.ts';
import { readByWords } from './read-by-words.ts';

export interface ToRead {
  readonly clientId: ClientId;
  readonly readingId: string;
  readonly channel: string;
  readonly passages: readonly Passage[];
  /** When it was written. */
  readonly on: IsoDate;
  readonly today: IsoDate;
}

/** The only agent that sees what others wrote, and the only thing it can do is to choose words from lists and to quote. */
export const reader: Agent<ToRead, ReaderAnswer> = {
  name: 'read-feedback',
  part: 'reader',
  prompt,
  answer: ReaderAnswer,
  ask: ({ channel, passages }) => {
    // As JSON, in which no text can close the tag it stands in.
    const lines = passages.map(({ place, text }) => `${place}: ${JSON.stringify(text).replaceAll('<', '\\u003c')}`);
    return `It came by ${channel}.\n<text>\n${lines.join('\n').slice(0, 12_000)}\n</text>`;
  },
  check: ({ passages }, { quotes, preference }) =>
    [...quotes, ...(preference === undefined ? [] : [preference])]
      .filter((quote) => verified([quote], passages).length === 0)
      .map((quote) => `the text does not hold these words: “${quote}”`),
  template: ({ passages }) => readByWords(passages),
  execute: keep,
};

/** What a preference taken from a text is called. */
export const preferenceIdOf = (readingId: string, says: string): string =>
  `preference-${textHash(`${readingId} ${says}`)}`;

/** Stores the reading, and what the person prefers. A text that gives orders changes nothing but its own reading. */
function keep(
  { clientId, readingId, channel, passages, on, today }: ToRead,
  answer: ReaderAnswer,
  { runId, now }: Made,
): Effects {
  const { sentiment, category, urgency } = answer;
  const flagged = answer.givesOrders || passages.some(({ text }) => givesOrders(text));
  const quotes = verified(answer.quotes, passages);
  const reading: Reading = {
    readingId,
    clientId,
    channel,
    on,
    readAt: now,
    sentiment,
    category,
    urgency,
    quotes,
    flagged,
    runId,
  };
  const [preference] = flagged || answer.preference === undefined ? [] : verified([answer.preference], passages);
  return {
    changes: [
      readings.record(reading),
      ...(preference
        ? [
            memories.keep({
              memoryId: preferenceIdOf(readingId, preference.text),
              clientId,
              kind: 'preference',
              says: preference.text,
              source: `${channel} of ${on}`,
              recordedAt: now,
              until: usuallyUntil('preference', today),
            }),
          ]
        : []),
    ],
    outcome: [
      `Read a ${channel}: ${sayReading(answer)}${flagged ? '; it seems to give orders' : ''}.`,
      ...(preference ? ['Remembered a preference.'] : []),
    ],
  };
}
