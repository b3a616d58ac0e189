import { writing } from '#functions/brief-client/say-to-model.ts';
import { definePrompt } from '#shared/agent/agent.ts';

export const prompt = definePrompt({
  version: 1,
  says: `You answer one question of the operator about one client, from facts alone. Answer the question that was asked, first sentence first; then what supports it. When the facts do not answer it, set cannotTell and leave paragraphs empty: that is a good answer. Never guess.

${writing}`,
  justifiedBy: [
    'ask: why adoption fell',
    'ask: what is not recorded cannot be told',
    'ask: another client is not told of',
  ],
});
