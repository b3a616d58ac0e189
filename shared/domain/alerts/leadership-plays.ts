import type { LeadershipChange, LeadershipRole } from '../facts/leadership.ts';
import { addDays, type IsoDate } from '../values/iso-date.ts';
import type { Play } from './alert.ts';

/** The days of the play (source: health-model.md, "a 30/60/90-day play"). */
const playDays = [30, 60, 90] as const;

const steps: Readonly<Record<LeadershipChange['change'], readonly [string, string, string]>> = {
  'departure-announced': [
    'Thank them, ask who takes over and who decides meanwhile, and be introduced before the last day.',
    'Write down what was agreed with them, and confirm it with whoever decides meanwhile.',
    'Have a second person at the client who uses the product and speaks for it.',
  ],
  departed: [
    'Find out who decides meanwhile, introduce yourself, and offer to keep their work running.',
    'Hand over the history: what was agreed, what it brought, what is open.',
    'Have a second person at the client who uses the product and speaks for it.',
  ],
  appointed: [
    'Meet the new leader: hear what they were told about us and what they want from their first year.',
    'Win them: show what the product brought this conference, in hours and travel dollars.',
    'Agree on a success plan with dates, a sponsor and a second contact.',
  ],
};

const names: Readonly<Record<LeadershipChange['change'], string>> = {
  'departure-announced': 'Before they leave',
  departed: 'Bridge the vacancy',
  appointed: 'Welcome the successor',
};

/** The 30/60/90-day play for a change, beginning on a day. */
export function leadershipPlay(change: LeadershipChange['change'], begins: IsoDate): Play & { steps: DatedStep[] } {
  const dated = steps[change].map((says, at) => ({ says, dueOn: addDays(begins, playDays[at] ?? 0) }));
  return { name: names[change], firstStep: steps[change][0], steps: dated };
}
type DatedStep = { says: string; dueOn: IsoDate };

/** Nearly the whole relationship rests on these (source: `leadershipRule` in health/model.ts). */
export const keyRoles: readonly LeadershipRole[] = ['commissioner', 'scheduling-associate'];
