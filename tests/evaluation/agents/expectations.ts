import type { PlayKey } from '#shared/domain/agents/plays.ts';
import type { Reading } from '#shared/domain/feedback/reading.ts';
import type { End } from './task.ts';

type Problem = string | false;

/** Exactly one proposal, of this play. */
export const proposes = ({ decisions }: End, play: PlayKey | 'review'): Problem =>
  !(decisions.length === 1 && decisions[0]?.decisionId.endsWith(`-${play}`)) &&
  `proposed ${decisions.map(({ decisionId }) => decisionId).join(', ') || 'nothing'} instead of ${play}`;

export const proposesNothing = ({ decisions, messages }: End): Problem =>
  decisions.length + messages.length > 0 && 'proposed something';

/** Exactly one mail, to this person, with or without the need of approval. */
export const mails = ({ messages }: End, to: string, approval: 'waiting' | 'not-needed', because = ''): Problem => {
  const [mail, ...more] = messages;
  if (!mail || more.length > 0) return `${messages.length} mails`;
  if (mail.contactId !== to) return `the mail goes to ${mail.contactId}`;
  if (mail.approval.state !== approval) return `the mail's approval is ${mail.approval.state}`;
  const why = mail.approval.state === 'waiting' ? mail.approval.because : '';
  return !why.includes(because) && `it needs approval because “${why}”`;
};
export const noMail = ({ messages }: End): Problem => messages.length > 0 && 'drafted a mail';

export const ran = ({ runs }: End, times: number): Problem => runs.length !== times && `ran ${runs.length} times`;

export const tells = ({ text }: End, words: RegExp): Problem => !words.test(text) && `does not tell ${words}`;
export const neverTells = ({ text }: End, words: RegExp): Problem =>
  words.test(text) && `tells ${words.exec(text)?.[0]}`;

const answerOf = ({ runs }: End) => (runs[0]?.answer ?? {}) as { cannotTell?: boolean; paragraphs?: unknown[] };
export const answers = (end: End): Problem => answerOf(end).cannotTell !== false && 'does not answer';
export const cannotTell = (end: End): Problem => answerOf(end).cannotTell !== true && 'answers what it cannot know';

/** Read once, like this. */
export const isRead = ({ readings }: End, as: Partial<Reading>): Problem => {
  const [reading] = readings;
  if (!reading) return 'not read';
  const wrong = Object.entries(as).find(([name, value]) => reading[name as keyof Reading] !== value);
  return (
    wrong !== undefined && `${wrong[0]} is ${String(reading[wrong[0] as keyof Reading])} instead of ${String(wrong[1])}`
  );
};
