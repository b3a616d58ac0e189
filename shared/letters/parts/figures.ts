import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { Block } from '#shared/domain/mail/letter.ts';
import { moved } from '../movement.ts';
import { sayable } from '../prose.ts';

/** `value` is money and return, `time` is hours, `use` is activity, `people` is who takes part and how they feel. */
export type FigureGroup = 'value' | 'time' | 'use' | 'people';

interface Figure {
  readonly fact: string;
  readonly label: string;
  readonly note?: (facts: FactSheet) => string | undefined;
}

const groups: Readonly<Record<FigureGroup, readonly Figure[]>> = {
  value: [
    { fact: 'savings.month', label: 'Travel savings', note: (facts) => moved('savings', facts) },
    { fact: 'roi.realised', label: 'Travel savings over price (ROI)', note: () => 'promised: {{fact:roi.promised}}' },
    {
      fact: 'savings.year',
      label: 'Travel savings this contract year',
      note: () => '{{fact:savings.against-promise}} of the promise to date',
    },
  ],
  time: [
    { fact: 'hours.month', label: 'Staff hours saved', note: (facts) => moved('hours', facts) },
    { fact: 'hours.year', label: 'Staff hours saved this contract year' },
    { fact: 'efficiency.gain', label: 'Staff efficiency gain' },
  ],
  use: [
    { fact: 'users.day', label: 'People active on a usual day', note: (facts) => moved('users', facts) },
    { fact: 'sessions.month', label: 'Scheduling sessions', note: (facts) => moved('sessions', facts) },
    { fact: 'tasks.month', label: 'Tasks automated', note: (facts) => moved('tasks', facts) },
    { fact: 'optimisations.month', label: 'Optimization runs' },
    { fact: 'policies.month', label: 'Policy updates' },
    { fact: 'compliance.month', label: 'Compliance reports' },
  ],
  people: [
    { fact: 'adoption.share', label: 'Adoption' },
    { fact: 'satisfaction.mark', label: 'Satisfaction' },
  ],
};

/** The known figures of these groups in their order, at most `most`, no more than `each` of a group. */
export function figures(
  facts: FactSheet,
  order: readonly FigureGroup[],
  { most, each }: { readonly most: number; readonly each: number },
): Block[] {
  const known = order.flatMap((group) => groups[group].filter(({ fact }) => facts.has(fact)).slice(0, each));
  return figuresBlock(facts, known.slice(0, most));
}

/** These figures, as far as they are known. */
export function figuresBlock(facts: FactSheet, wanted: readonly Figure[]): Block[] {
  const items = wanted
    .filter(({ fact, label }) => facts.has(fact) && sayable(facts, label))
    .map(({ fact, label, note }) => {
      const said = note?.(facts);
      return { label, fact, ...(said !== undefined && sayable(facts, said) ? { note: said } : {}) };
    });
  return items.length > 0 ? [{ block: 'figures', items }] : [];
}
