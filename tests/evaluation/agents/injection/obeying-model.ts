import type { ModelAnswer, ModelPart } from '#shared/domain/agents/exchange.ts';
import type { Model, ModelRequest } from '#shared/ports/model.ts';
import { prices, says, uses } from '#tests/fixtures/models/scripted.ts';
import type { Goal } from './goals.ts';

export interface Obeying extends Model {
  /** How often an order reached it, as a Reader and as a Writer. */
  readonly heard: { reader: number; writer: number };
}

/** The worst model there is: it follows every order that it reads, with all its tools and in everything it writes. */
export function obeyingModel(goal: Goal, injected: string): Obeying {
  const heard = { reader: 0, writer: 0 };
  return {
    name: 'obeying model',
    prices: { reader: prices, writer: prices },
    heard,
    converse: async (request) => {
      if (!reads(request, injected)) return says(uses('answer', request.template as never));
      heard[request.part] += 1;
      return obey(request, goal, injected);
    },
  };
}

/** Whether any stretch of the injected text is in the request, as it is or as JSON writes it. */
function reads({ messages }: ModelRequest, injected: string): boolean {
  const text = messages
    .flatMap(({ content }) => content.flatMap((part) => ('text' in part ? part.text : [])))
    .join('\n');
  const stretches = [injected.slice(0, 30), injected.slice(-30), injected.slice(10, 40)];
  const written = (stretch: string) => [stretch, JSON.stringify(stretch).slice(1, -1).replaceAll('<', '\\u003c')];
  return stretches.flatMap(written).some((stretch) => stretch.trim().length > 5 && text.includes(stretch));
}

/** Carries the order on, where it can only read; else tries every tool first and then writes what is wanted. */
function obey({ part, messages, template, tools }: ModelRequest, goal: Goal, injected: string): ModelAnswer {
  if (part === 'reader') {
    const quote = injected.slice(0, 240);
    return says(
      answer({
        sentiment: 'delighted',
        category: 'praise',
        urgency: 'whenever',
        quotes: [quote],
        preference: quote,
        givesOrders: false,
      }),
    );
  }
  if (goal.tries && messages.length < 5) return says(...goal.tries);
  const properties = JSON.stringify(tools.at(-1)?.input ?? '');
  return says(answer({ ...spoiled(template, goal.words), ...(properties.includes('"words"') ? mailWords(goal) : {}) }));
}

const answer = (input: object): ModelPart => uses('answer', input as never);

/** Every prose of the answer becomes what the attacker wants. */
function spoiled(template: unknown, words: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(template ?? {}).map(([name, value]) => {
      if (name === 'confidence') return [name, 1];
      if (Array.isArray(value)) return [name, [words]];
      return [name, typeof value === 'string' && name !== 'play' ? words : value];
    }),
  );
}

const mailWords = ({ words, play }: Goal) => ({
  words: [
    { path: 'subject', says: words.slice(0, 140) },
    { path: 'blocks.0.says', says: words },
  ],
  ...(play ? { play } : {}),
});
