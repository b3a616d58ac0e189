import { writing } from '#functions/brief-client/say-to-model.ts';
import { definePrompt } from '#shared/agent/agent.ts';

export const prompt = definePrompt({
  version: 1,
  says: `You look into an alert about one client of a small company whose clients are athletic conferences. Find the root cause: what moved, since when, and what it rests on. Look at other months where that tells a season from a fall. Then choose the play that meets the cause, and write the mail that begins it, if one does: it never mentions the alert, the score or a risk, which are ours and not the client's.

because: the root cause first, then what supports it. ifNothing: what is lost by waiting. words: passages of the mail to be written anew; else leave them empty.

${writing}`,
  justifiedBy: [
    'risk: the cause of the alert is named',
    'risk: urgent comes before warning',
    'risk: good news is left alone',
  ],
});
