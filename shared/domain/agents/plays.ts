import * as z from 'zod';
import type { FactSheet } from '../grounding/grounded-fact.ts';

/** What may be done next for a client. */
export const PlayKey = z.enum([
  'answer-alert',
  'keep-promise',
  'close-the-loop',
  'clear-the-account',
  'put-number-in-budget',
  'bring-usage-back',
  'show-unused-half',
  'ask-for-reference',
  'nothing',
]);
export type PlayKey = z.infer<typeof PlayKey>;

export interface PlayChoice {
  readonly kind: 'play' | 'escalation' | 'proposal';
  /** Prose, as everything below. */
  readonly name: string;
  readonly firstStep: string;
  /** 0 to 100: what is lost by waiting. */
  readonly urgency: number;
  readonly fits: (sheet: FactSheet) => boolean;
  readonly because: readonly string[];
  readonly ifNothing: string;
  /** Whether a recommendation by mail begins it: `alone` when the mail is all there is to decide, and its own freedom counts. */
  readonly mail: 'none' | 'with-play' | 'alone';
}

const number = (sheet: FactSheet, id: string): number | undefined => {
  const fact = sheet.get(id);
  return fact && 'value' in fact ? fact.value : undefined;
};
const below = (bound: number, id: string) => (sheet: FactSheet) => (number(sheet, id) ?? bound) < bound;

/** The playbook of the next step, what matters most first. Sentences whose facts are unknown are left out. */
export const plays: Readonly<Record<Exclude<PlayKey, 'nothing'>, PlayChoice>> = {
  'answer-alert': {
    kind: 'play',
    name: '{{fact:alert.1.play}}',
    firstStep: '{{fact:alert.1.step}}.',
    urgency: 85,
    fits: (sheet) => sheet.has('alert.1'),
    because: [
      '{{fact:alert.1}}.',
      'The score stands at {{fact:health.score}}; a month before it was {{fact:health.before}}.',
      'It is due on {{fact:alert.1.due}}.',
    ],
    ifNothing: 'The alert stays open and is due on {{fact:alert.1.due}}; what is seen early costs least to mend.',
    mail: 'with-play',
  },
  'keep-promise': {
    kind: 'escalation',
    name: 'Keep what was promised',
    firstStep: 'Do it or say when it will be done: {{fact:promise.1}}.',
    urgency: 70,
    fits: (sheet) => sheet.has('promise.1'),
    because: ['We promised this: {{fact:promise.1}}.'],
    ifNothing: 'The promise runs out unkept, and the client will remember it.',
    mail: 'none',
  },
  'close-the-loop': {
    kind: 'escalation',
    name: 'Close the loop',
    firstStep: 'Call whoever is unhappiest and say what changes, and by when.',
    urgency: 75,
    fits: (sheet) => (number(sheet, 'feedback.unhappy') ?? 0) > 0 || below(60, 'satisfaction.score')(sheet),
    because: [
      'Of what they wrote lately, {{fact:feedback.unhappy}} read unhappy.',
      'Somebody there wrote “{{fact:quote.1}}”.',
      '{{fact:satisfaction.evidence.1}}.',
    ],
    ifNothing: 'Those who took the time to complain learn that it changes nothing.',
    mail: 'none',
  },
  'clear-the-account': {
    kind: 'escalation',
    name: 'Clear the account',
    firstStep: 'Ask the finance contact what holds the invoice up.',
    urgency: 65,
    fits: below(60, 'financial.score'),
    because: ['{{fact:financial.evidence.1}}.', 'Financial health stands at {{fact:financial.score}}.'],
    ifNothing: 'Money that is late makes a renewal harder to sign.',
    mail: 'none',
  },
  'put-number-in-budget': {
    kind: 'proposal',
    name: 'Put the number into the draft budget',
    firstStep: 'Bring the savings report and the number to the decision maker.',
    urgency: 80,
    fits: (sheet) => sheet.has('budget.lock'),
    because: [
      'The draft budget takes no new number after {{fact:budget.lock}}.',
      'Savings of this contract year: {{fact:savings.year}}.',
      'The contract ends on {{fact:contract.end}}.',
    ],
    ifNothing: 'After {{fact:budget.lock}} the renewal has no number in the budget that pays for it.',
    mail: 'none',
  },
  'bring-usage-back': {
    kind: 'play',
    name: 'Bring usage back',
    firstStep: 'Ask the power user what they do elsewhere now, and offer an hour on exactly that work.',
    urgency: 60,
    fits: below(60, 'usage.score'),
    because: ['{{fact:usage.evidence.1}}.', 'Usage stands at {{fact:usage.score}}.'],
    ifNothing: 'Habits settle elsewhere, and come back less easily each month.',
    mail: 'alone',
  },
  'show-unused-half': {
    kind: 'play',
    name: 'Show the unused half',
    firstStep: 'Offer an hour on {{fact:feature.weakest}} to those who do not use it yet.',
    urgency: 45,
    fits: (sheet) => sheet.has('feature.weakest') && below(0.5, 'feature.weakest.share')(sheet),
    because: [
      '{{fact:feature.weakest}} is used by {{fact:feature.weakest.share}} of seats, {{fact:feature.best}} by {{fact:feature.best.share}}.',
      '{{fact:adoption.evidence.1}}.',
    ],
    ifNothing: 'They go on paying for something they hardly use, and the renewal will be measured by it.',
    mail: 'alone',
  },
  'ask-for-reference': {
    kind: 'proposal',
    name: 'Ask for a reference',
    firstStep: 'Ask the decision maker whether a peer may call them.',
    urgency: 30,
    fits: (sheet) => (number(sheet, 'health.score') ?? 0) >= 90 && !sheet.has('alert.1'),
    because: [
      'The score stands at {{fact:health.score}}, and nothing is open.',
      'People rate us {{fact:satisfaction.mark}}.',
    ],
    ifNothing: 'Nothing is lost but the moment.',
    mail: 'none',
  },
};

/** The plays that fit what is known, what matters most first. */
export const fitting = (sheet: FactSheet): Exclude<PlayKey, 'nothing'>[] =>
  (Object.keys(plays) as Exclude<PlayKey, 'nothing'>[])
    .filter((key) => plays[key].fits(sheet))
    .sort((a, b) => plays[b].urgency - plays[a].urgency);
