import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import type { MessageDefinition } from './definition.ts';
import { issueUpdate } from './kinds/issue-update.ts';
import { meetingNotice } from './kinds/meeting-notice.ts';
import { milestone } from './kinds/milestone.ts';
import { monthlyReview } from './kinds/monthly-review.ts';
import { onboardingStep } from './kinds/onboarding-step.ts';
import { recommendationLetter } from './kinds/recommendation.ts';
import { renewalLetter } from './kinds/renewal-letter.ts';
import { surveyRequest } from './kinds/survey-request.ts';
import { trainingInvitation } from './kinds/training-invitation.ts';
import { usageReport } from './kinds/usage-report.ts';
import { welcome } from './kinds/welcome.ts';

/** Every kind of message to people at a client: its rules and how it is written. */
export const catalogue: Readonly<Record<MessageKind, MessageDefinition>> = {
  'monthly-review': monthlyReview,
  'usage-report': usageReport,
  recommendation: recommendationLetter,
  milestone,
  welcome,
  'onboarding-step': onboardingStep,
  'training-invitation': trainingInvitation,
  'survey-request': surveyRequest,
  'issue-update': issueUpdate,
  'meeting-notice': meetingNotice,
  'renewal-letter': renewalLetter,
};
