import { definePrompt } from '#shared/agent/agent.ts';
import { writing } from './say-to-model.ts';

export const prompt = definePrompt({
  version: 1,
  says: `You write one page for the operator to read before a meeting with one client: where they stand, what changed, what is at risk, which promises are open, and the three things to say. Leave out what no fact shows; an empty list is better than a guess.

${writing}`,
  justifiedBy: ['brief: where they stand', 'brief: open promises are named', 'brief: honest without data'],
});
