import { onboarding, welcome } from './introduction.ts';
import { issueUpdate } from './issues.ts';
import { meetingNotice } from './meeting-notice.ts';
import { milestones } from './milestones/milestones.ts';
import { monthlyReview } from './monthly-review.ts';
import type { Proposal } from './proposal.ts';
import { recommendation } from './recommendation.ts';
import { renewalLetter } from './renewal.ts';
import type { Situation } from './situation.ts';
import { surveyRequest } from './survey.ts';
import { trainingInvitation } from './training.ts';
import { usageReport } from './usage-report.ts';

type Programme = (situation: Situation) => Proposal[];

/** Everything that makes us write to a client. A new programme is one more line. */
const programmes: readonly Programme[] = [
  issueUpdate,
  meetingNotice,
  monthlyReview,
  usageReport,
  recommendation,
  milestones,
  welcome,
  onboarding,
  trainingInvitation,
  surveyRequest,
  renewalLetter,
];

/**
 * What is due for a client on a day of its own. Proposes the same messages every day of their windows, with the same kind,
 * person and occasion, so that a day that was missed or planned twice does no harm. Prospects hear from sales, and churned
 * clients not at all.
 */
export const dueMessages = (situation: Situation): Proposal[] =>
  situation.record.client.status === 'active' ? programmes.flatMap((programme) => programme(situation)) : [];
