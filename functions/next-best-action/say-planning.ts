import { sayPicture } from '#functions/brief-client/say-to-model.ts';
import { plays } from '#shared/domain/agents/plays.ts';
import { draftMail } from './draft-mail.ts';
import type { Planning } from './plan-answer.ts';

/** A planning as a Writer is shown it: the client, the plays that fit, and the mail whose words it may change. */
export function sayPlanning({ picture, choices, topic }: Planning): string {
  const draft = draftMail(picture, topic, []);
  const chosen = choices.map((key) =>
    key === 'nothing' ? 'nothing' : `${key}: ${plays[key].name}. ${plays[key].firstStep}`,
  );
  return [
    sayPicture(picture),
    `<plays>\n${chosen.join('\n')}\n</plays>`,
    draft
      ? `A play that begins with a mail sends this one to the client. You may write its passages anew, with these facts only: ${draft.factIds.join(', ')}.\n<mail>\n${draft.passages.map(({ path, says }) => `${path}: ${says}`).join('\n')}\n</mail>`
      : 'No mail can be sent; leave words empty.',
  ].join('\n\n');
}
