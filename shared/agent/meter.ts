import type { ModelAnswer } from '#shared/domain/agents/exchange.ts';
import type { Limits, Spent, StopReason } from '#shared/domain/agents/limits.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { ModelPrices, ModelRequest } from '#shared/ports/model.ts';

/** What is left of a run's limits. Asked before each step, so that no step can exceed them. */
export interface Meter {
  /** The most tokens the next answer may have, with the request paid; or the limit that forbids to ask. */
  allow(request: Pick<ModelRequest, 'system' | 'messages' | 'tools'>): number | StopReason;
  /** An answer came. */
  charge(answer: ModelAnswer): void;
  /** No answer came in time: question and answer may have to be paid for all the same, at their most. */
  chargeLost(request: Pick<ModelRequest, 'system' | 'messages' | 'tools' | 'maxTokens'>): void;
  /** Takes one tool call; false when none is left. */
  takeCall(): boolean;
  turn(): void;
  msLeft(): number;
  spent(): Spent;
}

/** The most of one answer, so that a run has several. */
const longestAnswer = 2_000;
/** Less is not enough for any answer. */
const shortestAnswer = 200;
/** English and JSON have about four bytes a token; three is on the safe side. */
const bytesPerToken = 3;

export function openMeter(limits: Limits, prices: ModelPrices, clock: Pick<Clock, 'wall'>): Meter {
  const begun = clock.wall().getTime();
  const tokens = { in: 0, out: 0 };
  let [turns, toolCalls] = [0, 0];
  const costOf = (used: typeof tokens) => Math.ceil((used.in * prices.in + used.out * prices.out) / 1_000_000);
  const msLeft = () => begun + limits.seconds * 1_000 - clock.wall().getTime();

  return {
    allow(request) {
      const asked = tokensOf(request);
      const most = Math.min(longestAnswer, limits.tokens.out - tokens.out);
      if (turns >= limits.turns) return 'turns';
      if (msLeft() <= 0) return 'time';
      if (tokens.in + asked > limits.tokens.in || most < shortestAnswer) return 'tokens';
      const worst = costOf({ in: tokens.in + asked, out: tokens.out + most });
      return worst > limits.microDollars ? 'money' : most;
    },
    charge({ tokens: used }) {
      tokens.in += used.in;
      tokens.out += used.out;
    },
    chargeLost(request) {
      tokens.in += tokensOf(request);
      tokens.out += request.maxTokens;
    },
    takeCall() {
      if (toolCalls >= limits.toolCalls) return false;
      toolCalls += 1;
      return true;
    },
    turn() {
      turns += 1;
    },
    msLeft,
    spent: () => ({
      turns,
      toolCalls,
      tokens: { ...tokens },
      ms: Math.max(0, Math.round(clock.wall().getTime() - begun)),
      microDollars: costOf(tokens),
    }),
  };
}

const tokensOf = ({ system, messages, tools }: Pick<ModelRequest, 'system' | 'messages' | 'tools'>): number =>
  Math.ceil(Buffer.byteLength(JSON.stringify([system, messages, tools])) / bytesPerToken);
