import type { Exchange } from '#shared/domain/agents/exchange.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Model } from '#shared/ports/model.ts';

const free = { in: 0, out: 0 };

/** A model that says again what one said in a run, turn by turn; asked for more, it refuses. */
export function recordedModel(name: string, exchanges: readonly Exchange[]): Model {
  const left = exchanges.flatMap(({ answer }) => answer ?? []);
  return {
    name: `${name}, recorded`,
    prices: { reader: free, writer: free },
    converse: async () => {
      const answer = left.shift();
      if (!answer) throw new AppError('model.refused', { reason: 'the record ends here' });
      return answer;
    },
  };
}
