import { SurveyAnswer } from '#shared/domain/facts/survey.ts';
import { defineEvent } from './define-event.ts';

export const SurveyAnswered = defineEvent({
  detailType: 'survey.answered',
  source: 'facts',
  meaning: 'One person answered a satisfaction survey.',
  detail: SurveyAnswer,
  webhook: { source: 'survey', body: SurveyAnswer },
});
