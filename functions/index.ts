import { arrangeMeeting } from './arrange-meeting/arrange-meeting.ts';
import { askClient } from './ask-client/ask-client.ts';
import { assessRisk } from './assess-risk/assess-risk.ts';
import { briefClient } from './brief-client/brief-client.ts';
import { dashboard } from './dashboard/dashboard.ts';
import { decideMail } from './decide-mail/decide-mail.ts';
import { decideProposal } from './decide-proposal/decide-proposal.ts';
import type { FunctionDefinition } from './define-function.ts';
import { dispatchMail } from './dispatch-mail/dispatch-mail.ts';
import { learnSeasons } from './learn-seasons/learn-seasons.ts';
import { measureOperation } from './measure-operation/measure-operation.ts';
import { nextBestAction } from './next-best-action/next-best-action.ts';
import { planMail } from './plan-mail/plan-mail.ts';
import { prepareReview } from './prepare-review/prepare-review.ts';
import { publishOutbox } from './publish-outbox/publish-outbox.ts';
import { raiseAlert } from './raise-alert/raise-alert.ts';
import { readFeedback } from './read-feedback/read-feedback.ts';
import { receiveWebhook } from './receive-webhook/receive-webhook.ts';
import { recipientPages } from './recipient-pages/recipient-pages.ts';
import { recordMailOutcome } from './record-mail-outcome/record-mail-outcome.ts';
import { scheduleMail } from './schedule-mail/schedule-mail.ts';
import { scoreClient } from './score-client/score-client.ts';
import { scorePortfolio } from './score-portfolio/score-portfolio.ts';
import { sendMail } from './send-mail/send-mail.ts';
import { signIn } from './sign-in/sign-in.ts';
import { takeUpMail } from './take-up-mail/take-up-mail.ts';
import { wakeAgents } from './wake-agents/wake-agents.ts';
import { watchRisk } from './watch-risk/watch-risk.ts';

/** Every function there is. Adding one is a folder and a line here; everything else is derived. */
export const functions: readonly FunctionDefinition[] = [
  receiveWebhook,
  publishOutbox,
  learnSeasons,
  scorePortfolio,
  scoreClient,
  raiseAlert,
  watchRisk,
  scheduleMail,
  planMail,
  dispatchMail,
  decideMail,
  sendMail,
  recordMailOutcome,
  takeUpMail,
  recipientPages,
  arrangeMeeting,
  wakeAgents,
  readFeedback,
  assessRisk,
  prepareReview,
  nextBestAction,
  askClient,
  briefClient,
  decideProposal,
  dashboard,
  signIn,
  measureOperation,
];
