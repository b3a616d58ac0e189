import * as z from 'zod';
import { checkProse } from '#functions/brief-client/check-prose.ts';
import { sayable } from '#functions/brief-client/facts-of.ts';
import type { Picture } from '#functions/brief-client/load-picture.ts';
import { thingsToSay } from '#functions/brief-client/things-to-say.ts';
import { fitting, plays } from '#shared/domain/agents/plays.ts';
import type { Meeting } from '#shared/domain/meetings/meeting.ts';

const Prose = z.string().min(1).max(600);

export const ReviewAnswer = z.strictObject({
  narrative: z.array(Prose).min(1).max(3),
  recommendation: Prose,
  say: z.array(Prose).min(1).max(3),
  confidence: z.number().min(0).max(1),
});
export type ReviewAnswer = z.infer<typeof ReviewAnswer>;

export interface Review {
  readonly picture: Picture;
  readonly meeting: Meeting;
}

export const prosesOf = ({ narrative, recommendation, say }: ReviewAnswer) => [...narrative, recommendation, ...say];

export const reviewProblems = ({ picture }: Review, answer: ReviewAnswer) => checkProse(prosesOf(answer), picture);

export function reviewTemplate({ picture: { sheet, office } }: Review): ReviewAnswer {
  const narrative = sayable(
    sheet,
    'In {{fact:month}} travel savings came to {{fact:savings.month}}, and {{fact:hours.month}} of staff time were saved.',
    'In {{fact:month}} travel savings came to {{fact:savings.month}}.',
    'HELiiX saved {{fact:hours.month}} of staff time in {{fact:month}}.',
    'The score stands at {{fact:health.score}}; a month before it was {{fact:health.before}}.',
    'The score stands at {{fact:health.score}}.',
  );
  const [play] = fitting(sheet).filter((key) => key !== 'answer-alert');
  const steps = play ? sayable(sheet, plays[play].firstStep) : [];
  return {
    narrative:
      narrative.length > 0
        ? narrative.slice(0, 2)
        : ['Too little was recorded of {{fact:month}} to tell it in figures.'],
    recommendation: steps[0] ?? 'Ask what they want to have reached by the next review.',
    say: thingsToSay({ sheet, office }),
    confidence: 0.8,
  };
}
