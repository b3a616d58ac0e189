import { priceOf } from '#shared/adapters/bedrock/list-prices.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import type { Model } from '#shared/ports/model.ts';
import { ask, assess, brief, choose, comes, type Deps, review } from '#tests/evaluation/agents/task.ts';
import { alert, situated } from '#tests/fixtures/situations.ts';

const model = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const situation = {
  adoption: { scheduling: 0.6, travel: 0.3, analytics: 0.1 },
  alerts: [alert()],
  reviewInDays: 2,
  memories: [{ kind: 'promise', says: 'A course in January', source: 'operator' }],
} as const;

const work: Readonly<Record<string, (here: Deps) => Promise<unknown>>> = {
  'assess-risk': assess(),
  'prepare-review': review,
  'read-feedback': comes('survey', 'The export is broken again, and we are still waiting for an answer. '.repeat(6)),
  'next-best-action': choose,
  'ask-client': ask('why did adoption fall?'),
  'brief-client': brief,
};
const runs = 30;

/** English and JSON have about four bytes a token. */
const tokens = (value: unknown) => Math.ceil(Buffer.byteLength(JSON.stringify(value)) / 4);

/** How fast agents run offline, one after the other, and what one turn of each would cost at list prices. */
export async function benchAgents(): Promise<void> {
  const rows = [];
  for (const agent of Object.keys(work)) {
    const { median, asked, dollars } = await measured(agent, runs);
    rows.push({
      agent,
      'runs a second': Math.round(10_000 / median) / 10,
      'tokens in': asked.in,
      'tokens out': asked.out,
      'dollars a turn': dollars.toFixed(5),
    });
  }
  console.log(
    `One turn of ${model} at list prices (assumed, see list-prices.ts), tokens estimated at four bytes each.`,
  );
  console.table(rows);
}

/** What one turn costs at list prices, the mean of all agents. */
export async function dollarsOfTurn(): Promise<number> {
  let sum = 0;
  for (const agent of Object.keys(work)) sum += (await measured(agent, 1)).dollars;
  return sum / Object.keys(work).length;
}

async function measured(agent: string, times: number) {
  const asked = { in: 0, out: 0 };
  const counting: Model = {
    ...offlineWriter,
    converse: (request) => {
      const { system, messages, tools, template } = request;
      asked.in = tokens([system, messages, tools]);
      asked.out = tokens(template);
      return offlineWriter.converse(request);
    },
  };
  const took: number[] = [];
  for (let nth = 0; nth < times; nth++) {
    const here = await situated(situation);
    const began = performance.now();
    await work[agent]?.({ ...here, model: counting, pace: { sleep: async () => {}, random: () => 0 } });
    took.push(performance.now() - began);
  }
  const { in: dear, out: dearer } = priceOf(model);
  return {
    asked,
    median: took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0,
    dollars: (asked.in * dear + asked.out * dearer) / 1e12,
  };
}
