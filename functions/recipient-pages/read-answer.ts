import { SurveyAnswer } from '#shared/domain/facts/survey.ts';
import { wordsIn } from './read-form.ts';

export interface Answer {
  /** 1 to 10. */
  readonly score: number;
  /** The person's own words, empty when there are none: untrusted text. */
  readonly comment: string;
}

/** The form as it is shown: what was chosen, or what somebody wrote into it, right or wrong. */
export interface AnswerEntry {
  readonly score: string;
  readonly comment: string;
}
export type AnswerProblems = Readonly<Partial<Record<keyof AnswerEntry, string>>>;

export const longestComment = 4_000;
export const scores = Array.from({ length: 10 }, (_, i) => String(i + 1));

export const answerFrom = (form: URLSearchParams): AnswerEntry => ({
  score: form.get('score') ?? '',
  comment: wordsIn(form, 'comment'),
});

/** What the form says, or what is wrong with it, field by field. */
export function readAnswer({ score, comment }: AnswerEntry): { answer: Answer } | { problems: AnswerProblems } {
  const problems: AnswerProblems = {
    ...(scores.includes(score) ? {} : { score: 'Choose a number from 1 to 10.' }),
    ...(SurveyAnswer.shape.comment.safeParse(comment).success
      ? {}
      : { comment: `Shorten your comment to ${longestComment.toLocaleString('en-US')} characters.` }),
  };
  return Object.keys(problems).length > 0 ? { problems } : { answer: { score: Number(score), comment } };
}
