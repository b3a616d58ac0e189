import { plays } from '#shared/domain/agents/plays.ts';
import { renewalStage } from '#shared/domain/clients/renewal-stage.ts';
import { sayable } from './facts-of.ts';
import type { Picture } from './load-picture.ts';

/** The three things to say in a meeting: what it brought them, what we owe them, what they should do. Never fewer than one. */
export function thingsToSay({ sheet, office }: Pick<Picture, 'sheet' | 'office'>): string[] {
  const brought = sayable(
    sheet,
    'This contract year brought {{fact:savings.year}} in travel savings.',
    'Flextime saved {{fact:savings.month}} on travel in {{fact:month}}.',
    'HELiiX gave back {{fact:hours.month}} in {{fact:month}}.',
  );
  const owed = sayable(
    sheet,
    'We keep this promise: {{fact:promise.1}}.',
    'We agreed on this, and here is how far it is: {{fact:step.1}}.',
    'You wrote “{{fact:quote.1}}”; this is what we do about it.',
  );
  const wanted = sayable(
    sheet,
    'The draft budget takes no new number after {{fact:budget.lock}}: let us put it in now.',
    ...(endsSoon(office) ? ['The contract ends on {{fact:contract.end}}: what do you need from us to go on?'] : []),
    ...(plays['show-unused-half'].fits(sheet)
      ? ['{{fact:feature.weakest}} is used by {{fact:feature.weakest.share}} of seats; an hour would change that.']
      : []),
    'What do you want to have reached by the next review?',
  );
  return [brought[0], owed[0], wanted[0]].filter((says) => says !== undefined);
}

/** Within the half year in which the contract clock counts. */
export const endsSoon = ({ contract, today }: Picture['office']): boolean =>
  contract !== undefined && renewalStage(today, contract.end) !== 'early';
