import { sha256 } from '#functions/receive-webhook/signature.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import type { TokenFor } from '#shared/domain/mail/recipient-token.ts';
import { deliveries } from '#shared/store/delivery.ts';
import { facts } from '#shared/store/fact.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Answer } from './read-answer.ts';
import type { Visit } from './visit.ts';

const source = 'survey-page';
const deliveryId = ({ surveyId, contactId, clientId }: TokenFor<'survey'>) => `${clientId}/${contactId}/${surveyId}`;

/** Whether this person has answered this survey on our page. The inbox remembers it for longer than the link serves. */
export const hasAnswered = async ({ table }: Visit, token: TokenFor<'survey'>): Promise<boolean> =>
  (await deliveries.get(table, source, deliveryId(token))) !== undefined;

/**
 * Records an answer as a fact, which is announced, so that the client is scored again. One person answers one survey
 * once: of any number of answers the first is recorded and the others change nothing; says whether this was the first.
 */
export const recordAnswer = (visit: Visit, token: TokenFor<'survey'>, answer: Answer): Promise<boolean> =>
  retryOnConflict(async () => {
    if (await hasAnswered(visit, token)) return false;
    await visit.table.commit([claimOf(visit, token, answer), facts.announce(factOf(visit, token, answer))]);
    return true;
  });

const claimOf = ({ now }: Visit, token: TokenFor<'survey'>, answer: Answer) =>
  deliveries.claim({
    source,
    webhookId: deliveryId(token),
    bodyHash: sha256(Buffer.from(JSON.stringify(answer))),
    receivedAt: now,
    outcome: 'accepted',
  });

const factOf = (
  { now, today }: Visit,
  token: TokenFor<'survey'>,
  { score, comment }: Answer,
): Fact<'survey.answered'> => ({
  factId: `${source}:${deliveryId(token)}`,
  type: 'survey.answered',
  recordedAt: now,
  detail: {
    clientId: token.clientId,
    date: today,
    surveyId: token.surveyId,
    respondent: token.contactId,
    score,
    ...(comment === '' ? {} : { comment }),
  },
});
