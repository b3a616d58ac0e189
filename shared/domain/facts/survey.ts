import * as z from 'zod';
import { ClientId, ContactId, ForeignId } from '../values/ids.ts';
import { IsoDate } from '../values/iso-date.ts';

/** One person's answer to "how satisfied are you?", 1 (not at all) to 10 (completely). */
export const SurveyAnswer = z.strictObject({
  clientId: ClientId,
  date: IsoDate,
  surveyId: ForeignId,
  respondent: ContactId.optional(),
  score: z.number().min(1).max(10),
  comment: z.string().max(4_000).optional(),
});
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;
