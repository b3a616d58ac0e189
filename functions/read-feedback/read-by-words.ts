import { givesOrders } from '#shared/domain/feedback/gives-orders.ts';
import type { Passage } from '#shared/domain/feedback/quotes.ts';
import type { ReaderAnswer } from '#shared/domain/feedback/reading.ts';

/** What tells a sentiment or a matter, in the order in which they decide. */
const sentiments: readonly (readonly [ReaderAnswer['sentiment'], RegExp])[] = [
  ['angry', /\b(unacceptable|furious|outrageous|fed up|ridiculous|cancel(?:ling)? (?:our|the)|lawyer)\b/i],
  [
    'unhappy',
    /\b(disappoint\w*|frustrat\w*|slow|broken|fails?|failed|failing|cannot|can't|unable|confus\w*|worse|problem\w*|complain\w*|down again|lost|still waiting|not work\w*|unhappy)\b/i,
  ],
  [
    'unhappy',
    /\b(?:(?:do|does|did)(?: not|n't) (?:arrive|appear|load|open|show|match|help|reach|add up|have|know)|no(?:body| one) (?:\w+ )?(?:is|can|has|knows|uses)|(?:not|isn't|aren't)(?: \w+)? enough|too (?:long|late|hard|complicated|many)|never (?:arriv|work|came|got)\w*|missing|went back to|g[ai]ven? up)\b/i,
  ],
  ['delighted', /\b(love|fantastic|excellent|amazing|brilliant|best|delighted|perfect\w*)\b/i],
  [
    'content',
    /\b(thanks?|thank you|good|great|helpful|works? well|does the job|like|pleased|happy|easy|easier|faster|fewer|saves? us|saved us|everything (?:we|one|an?))\b/i,
  ],
];
const categories: readonly (readonly [ReaderAnswer['category'], RegExp])[] = [
  ['outage', /\b(outage|is down|are down|down again|unreachable|cannot log ?in|can't log ?in|offline)\b/i],
  ['integration', /\b(integrat\w*|import|export|api|sync\w*|feed|other systems?)\b/i],
  ['price', /\b(price|pricing|invoice|cost|expensive|discount|fee)\b/i],
  ['training', /\b(train\w*|course|webinar|how do (?:i|we)|learn)\b/i],
  ['defect', /\b(bug|error|broken|crash\w*|wrong|fails?|failed|not work\w*)\b/i],
  ['request', /\b(please add|could you add|would like|wish|feature request|it would help)\b/i],
  ['question', /\?/],
  ['praise', /\b(love|fantastic|excellent|amazing|brilliant|great|thank you)\b/i],
];
const now = /\b(urgent\w*|immediately|asap|right now|today|standing still|outage|is down|are down|unreachable)\b/i;
const soon = /\b(this week|soon|by (?:monday|tuesday|wednesday|thursday|friday)|deadline|waiting)\b/i;
const asks =
  /\b(please (?:do not|don't|stop|call|send|write|only)|we (?:prefer|would rather)|(?:do not|don't) (?:call|write|send|mail))\b/i;

/** Reads by words alone, as our own template: choices from word lists, and the sentences that held the words, else the first. */
export function readByWords(passages: readonly Passage[]): ReaderAnswer {
  const text = passages.map((passage) => passage.text).join('\n');
  const first = <T>(of: readonly (readonly [T, RegExp])[]) => of.find(([, words]) => words.test(text));
  const [sentiment, felt] = first(sentiments) ?? (['neutral', undefined] as const);
  const [category, about] = first(categories) ?? (['other', undefined] as const);
  const sentences = passages.flatMap((passage) => sentencesOf(passage.text));
  const telling = [felt, about].flatMap((words) => (words ? (sentences.find((each) => words.test(each)) ?? []) : []));
  const orders = givesOrders(text);
  // Who reads it later wants to see what was written even where no word told anything.
  const quotes = telling.length > 0 || orders ? telling : sentences.slice(0, 1);
  const preference = sentences.find((each) => asks.test(each));
  return {
    sentiment,
    category,
    urgency: now.test(text) ? 'now' : soon.test(text) ? 'this-week' : 'whenever',
    quotes: [...new Set(quotes)],
    ...(preference === undefined ? {} : { preference }),
    givesOrders: orders,
  };
}

/** Short enough to be quoted, word for word. */
const sentencesOf = (text: string): string[] =>
  (text.match(/[^.!?\n]+[.!?]?/g) ?? []).map((each) => each.trim()).filter((each) => each !== '' && each.length <= 240);
