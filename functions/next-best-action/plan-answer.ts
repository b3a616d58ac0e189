import * as z from 'zod';
import { checkProse } from '#functions/brief-client/check-prose.ts';
import { sayable } from '#functions/brief-client/facts-of.ts';
import type { Picture } from '#functions/brief-client/load-picture.ts';
import { fitting, PlayKey, plays } from '#shared/domain/agents/plays.ts';
import { draftMail, type MailTopic } from './draft-mail.ts';

const Prose = z.string().min(1).max(800);

/** What a Writer plans: a play of the playbook, why, and the words of the mail that begins it. */
export const PlanAnswer = z.strictObject({
  play: PlayKey,
  /** The root cause first. */
  because: z.array(Prose).min(1).max(4),
  ifNothing: Prose,
  /** Passages of the mail to be written anew; the others stay. */
  words: z.array(z.strictObject({ path: z.string().max(60), says: Prose })).max(12),
  confidence: z.number().min(0).max(1),
});
export type PlanAnswer = z.infer<typeof PlanAnswer>;

/** A client, and what the planning is about. */
export interface Planning {
  readonly picture: Picture;
  /** Names what is proposed: `2026-11-16` for a week. */
  readonly occasion: string;
  readonly topic: MailTopic;
  /** The plays that may be chosen. */
  readonly choices: readonly PlayKey[];
}

type Chosen = Pick<Picture, 'sheet' | 'memories' | 'proposed' | 'alerts' | 'declined'>;

/**
 * Whatever fits, was not proposed lately, by this agent or as the answer to an alert, and not rejected for a reason that is
 * still remembered; and nothing.
 */
export function choicesOf({ sheet, memories, proposed, alerts, declined }: Chosen): PlayKey[] {
  const lately = new Set(proposed.flatMap(({ action }) => ('play' in action && action.play ? action.play.name : [])));
  // Another alert may well be answered: a rejection was of this one.
  const rejected = (key: string) =>
    key === 'answer-alert'
      ? alerts[0] !== undefined && declined.includes(alerts[0].alertId)
      : memories.some(({ kind, source }) => kind === 'rejection' && source.endsWith(key));
  const open = fitting(sheet).filter(
    (key) =>
      !rejected(key) && !lately.has(plays[key].name) && !proposed.some(({ decisionId }) => decisionId.endsWith(key)),
  );
  return [...open, 'nothing'];
}

/** The first choice in the words of the playbook. */
export function planTemplate({ choices, picture: { sheet } }: Planning): PlanAnswer {
  const [play = 'nothing'] = choices;
  if (play === 'nothing')
    return {
      play,
      because: ['Nothing in the record asks for anything this week.'],
      ifNothing: 'Nothing is lost.',
      words: [],
      confidence: 1,
    };
  const { because, ifNothing } = plays[play];
  const said = sayable(sheet, ...because);
  const [waiting = 'It is looked at again next week.'] = sayable(sheet, ifNothing);
  return {
    play,
    because: said.length > 0 ? said : ['The playbook suggests it.'],
    ifNothing: waiting,
    words: [],
    confidence: 0.8,
  };
}

/** What is wrong with a plan: a play that does not fit, words no fact shows, or a mail that could not be sent so. */
export function planProblems({ picture, choices, topic }: Planning, answer: PlanAnswer): string[] {
  const { play, because, ifNothing, words } = answer;
  if (!choices.includes(play)) return [`the play ${play} does not fit; choose one of ${choices.join(', ')}`];
  const mail = words.length > 0 ? draftMail(picture, topic, words) : undefined;
  return [...checkProse([...because, ifNothing], picture), ...(mail?.problems ?? [])];
}
