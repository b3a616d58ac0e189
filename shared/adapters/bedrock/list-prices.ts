import type { ModelPrices } from '#shared/ports/model.ts';

/**
 * List prices on demand in us-east-1, in millionths of a dollar for a million tokens. An assumption to be checked: they are
 * those known in the middle of 2026 from the public price page of Bedrock, and no machine of ours reads that page.
 */
const listPrices: Readonly<Record<string, ModelPrices>> = {
  'claude-haiku-4-5': { in: 1_000_000, out: 5_000_000 },
  'claude-sonnet-4-5': { in: 3_000_000, out: 15_000_000 },
  'nova-lite': { in: 60_000, out: 240_000 },
  'nova-pro': { in: 800_000, out: 3_200_000 },
};

/** As dear as any, so that a model we do not know runs into its limits rather than into money. */
const unknownModel: ModelPrices = { in: 15_000_000, out: 75_000_000 };

/** The price of a model or inference profile by its id. */
export const priceOf = (modelId: string): ModelPrices =>
  Object.entries(listPrices).find(([family]) => modelId.includes(family))?.[1] ?? unknownModel;
