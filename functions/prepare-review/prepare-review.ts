import type { Received } from '#events/define-event.ts';
import { ReviewPreparationDue } from '#events/review-preparation-due.ts';
import { factsOf } from '#functions/brief-client/facts-of.ts';
import { loadPicture } from '#functions/brief-client/load-picture.ts';
import { pictureTools } from '#functions/brief-client/picture-tools.ts';
import { sayPicture } from '#functions/brief-client/say-to-model.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { decisionIdOf } from '#functions/next-best-action/propose-plan.ts';
import type { Agent, Effects, Made } from '#shared/agent/agent.ts';
import { runAgent } from '#shared/agent/run-agent.ts';
import { autonomyOf } from '#shared/domain/agents/autonomy.ts';
import { dateIn } from '#shared/domain/values/iso-date.ts';
import { decisions } from '#shared/store/decision.ts';
import { meetings } from '#shared/store/meeting.ts';
import { prompt } from './prompt.ts';
import { prosesOf, type Review, ReviewAnswer, reviewProblems, reviewTemplate } from './review-answer.ts';

export const prepareReview = defineEventFunction({
  name: 'prepare-review',
  purpose: 'Prepares a monthly review three days before it: tells the month, recommends one thing, says what to say.',
  on: [ReviewPreparationDue],
  needs: ['table:write', 'personal-data:open', 'model:invoke'],
  partitions: ['CLIENT#', 'CLIENTS', 'LEADERS#', 'AGENTS'],
  queue: { workers: 2, batch: 1 },
  run: prepare,
});

async function prepare(
  deps: Deps<'table:write' | 'personal-data:open' | 'model:invoke'>,
  { detail: { clientId, meetingId } }: Pick<Received<typeof ReviewPreparationDue>, 'detail'>,
): Promise<void> {
  const [picture, stored] = await Promise.all([
    loadPicture(deps.table, clientId, deps.clock.now()),
    meetings.get(deps.table, clientId, meetingId),
  ]);
  if (!stored || (stored.meeting.status !== 'arranged' && stored.meeting.status !== 'proposed')) return;
  await runAgent(preparer, { clientId, occasion: meetingId, situation: { picture, meeting: stored.meeting } }, deps);
}

const preparer: Agent<Review, ReviewAnswer> = {
  name: 'prepare-review',
  part: 'writer',
  prompt,
  answer: ReviewAnswer,
  ask: ({ picture, meeting }) => `${sayPicture(picture)}\n\nThe review takes place on ${meeting.at.slice(0, 10)}.`,
  tools: ({ picture }) => pictureTools(picture),
  check: reviewProblems,
  template: reviewTemplate,
  execute: propose,
};

/** What is approved is what the operator means to say; the meeting itself is arranged already. */
function propose({ picture, meeting }: Review, answer: ReviewAnswer, { runId, writer, now }: Made): Effects {
  const { clientId, timeZone } = picture.office.client;
  const { narrative, recommendation, say, confidence } = answer;
  const title = 'Prepare the review: {{fact:client.name}}';
  const ifNothing = 'The review takes place with the figures alone.';
  const said = [title, ...prosesOf(answer)];
  const { because } = autonomyOf({
    kind: 'meeting',
    confidence,
    firstContact: false,
    flagged: picture.flagged,
    words: prosesOf(answer).join(' '),
    facts: factsOf(said, picture.sheet).map(({ id }) => id),
  });
  const decision = {
    decisionId: decisionIdOf('prepare-review', meeting.meetingId, 'review'),
    clientId,
    agent: 'prepare-review',
    runId,
    writer,
    action: { kind: 'meeting', says: [recommendation, ...say].join('\n'), meetingId: meeting.meetingId },
    title,
    why: narrative,
    ifNothing,
    facts: factsOf(said, picture.sheet),
    urgency: 55,
    confidence,
    because,
    proposedAt: now,
    until: dateIn(timeZone, new Date(meeting.at)),
    status: 'waiting',
  } as const;
  return {
    changes: [decisions.propose({ ...decision, why: [...narrative] })],
    outcome: [`Prepared ${meeting.meetingId}.`],
    facts: decision.facts,
  };
}
