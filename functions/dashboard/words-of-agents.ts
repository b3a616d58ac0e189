import type { StopReason } from '#shared/domain/agents/limits.ts';

/** What each agent does, as a title. */
export const agentNames: Readonly<Record<string, string>> = {
  'assess-risk': 'Risk assessed',
  'prepare-review': 'Review prepared',
  'read-feedback': 'Feedback read',
  'next-best-action': 'Next step chosen',
  'ask-client': 'Question answered',
  'brief-client': 'Brief',
};

const stops: Readonly<Record<StopReason, string>> = {
  turns: 'The model did not answer within its turns.',
  tokens: 'The model used up its tokens.',
  money: 'The next turn could have cost more than a run may.',
  time: 'The time of the run was over.',
  'switched-off': 'All agents were switched off.',
  'daily-cap': 'The day’s cap of money or tokens is reached.',
  'model-unavailable': 'The model could not be reached.',
  'model-refused': 'The model refused the request.',
  filtered: 'A guardrail stepped in.',
  'context-full': 'The request was too long for the model.',
  'no-answer': 'The model gave no answer.',
  'invalid-answer': 'The model’s answer had the wrong shape twice.',
  'unsound-answer': 'The model twice said what no fact shows.',
};
export const sayStop = (reason: StopReason): string => stops[reason];

/** "$0.0123": what little things cost. */
export const microDollars = (amount: number): string => (amount === 0 ? '$0' : `$${(amount / 1_000_000).toFixed(4)}`);
