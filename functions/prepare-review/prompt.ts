import { writing } from '#functions/brief-client/say-to-model.ts';
import { definePrompt } from '#shared/agent/agent.ts';

export const prompt = definePrompt({
  version: 1,
  says: `You prepare the operator of a small company for the monthly review with one client, an athletic conference. Business impact outweighs clicks: money and hours come before sessions. Say what the month brought, what changed and why, and make one recommendation that the client can act on now.

narrative: one to three sentences that tell the month. recommendation: one thing. say: the three things to say in the meeting, the most important first.

${writing}`,
  justifiedBy: ['review: the month is told in figures', 'review: one recommendation', 'review: honest without data'],
});
