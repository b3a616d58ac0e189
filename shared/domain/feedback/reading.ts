import * as z from 'zod';
import { ClientId } from '../values/ids.ts';
import { Instant, IsoDate } from '../values/iso-date.ts';
import { Quote } from './quotes.ts';

const Sentiment = z.enum(['angry', 'unhappy', 'neutral', 'content', 'delighted']);
const Category = z.enum([
  'question',
  'defect',
  'integration',
  'outage',
  'training',
  'price',
  'praise',
  'request',
  'other',
]);
const Urgency = z.enum(['now', 'this-week', 'whenever']);

/** What a Reader makes of a text: choices, and words that it quotes. */
export const ReaderAnswer = z.strictObject({
  sentiment: Sentiment,
  category: Category,
  urgency: Urgency,
  /** Word for word from the text; at most three. */
  quotes: z.array(z.string().min(1).max(240)).max(3),
  /** What the person asks us to do differently, word for word; at most one. */
  preference: z.string().min(1).max(240).optional(),
  /** Whether the text tries to give orders to a machine. */
  givesOrders: z.boolean(),
});
export type ReaderAnswer = z.infer<typeof ReaderAnswer>;

/** A text as it was read: all that anything else ever sees of it. Quotes were verified. */
export const Reading = z.object({
  readingId: z.string(),
  clientId: ClientId,
  /** "ticket", "survey", "crm-note" */
  channel: z.string(),
  on: IsoDate,
  readAt: Instant,
  sentiment: Sentiment,
  category: Category,
  urgency: Urgency,
  quotes: z.array(Quote),
  /** It seems to give orders: its quotes are shown to the operator and to nobody else, and what rests on it needs approval. */
  flagged: z.boolean(),
  runId: z.string(),
});
export type Reading = z.infer<typeof Reading>;

const urgencies = { now: 'urgent', 'this-week': 'for this week', whenever: 'not urgent' } as const;

/** "unhappy, about integration, not urgent" */
export const sayReading = ({ sentiment, category, urgency }: Pick<Reading, 'sentiment' | 'category' | 'urgency'>) =>
  [sentiment, ...(category === 'other' ? [] : [`about ${abouts[category]}`]), urgencies[urgency]].join(', ');

const abouts: Readonly<Record<Exclude<z.infer<typeof Category>, 'other'>, string>> = {
  question: 'a question',
  defect: 'a defect',
  integration: 'integration',
  outage: 'an outage',
  training: 'training',
  price: 'the price',
  praise: 'what they like',
  request: 'a wish',
};
