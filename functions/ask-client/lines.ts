import { dimensionNames } from '#shared/domain/alerts/say-weakest.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { Dimension } from '#shared/domain/health/assessment.ts';

/** One sentence, or several of which the first that can be said is. */
export type Line = string | readonly string[];

/** What moved a dimension, and where that comes from. */
export const moved = (dimension: string): Line[] => [
  [
    `{{fact:${dimension}.move}} since {{fact:health.before.on}}, most by {{fact:${dimension}.cause}}.`,
    `{{fact:${dimension}.move}} since {{fact:health.before.on}}.`,
  ],
];

export const savings: Line = 'In {{fact:month}} travel savings came to {{fact:savings.month}}.';
export const hours: Line = 'In {{fact:month}} HELiiX saved {{fact:hours.month}}.';
export const sessions: Line = 'In {{fact:month}} there were {{fact:sessions.month}} scheduling sessions.';
export const people: Line =
  'On an average day of {{fact:month}} {{fact:users.day}} people were active in {{fact:users.product}}.';
export const tickets: Line =
  'Tickets opened in {{fact:month}}: {{fact:tickets.opened}}, resolved: {{fact:tickets.resolved}}.';
export const standing: Line = [
  'The score stands at {{fact:health.score}} ({{fact:health.band}}); a month before it was {{fact:health.before}}.',
  'The score stands at {{fact:health.score}} ({{fact:health.band}}).',
  'There is no score: {{fact:health.missing}}.',
];
export const expected: Line = [
  'A forecast expects satisfaction to be {{fact:forecast.trend}} at {{fact:forecast.chance}}; {{fact:forecast.basis}}.',
  'A forecast expects satisfaction to be {{fact:forecast.trend}} at {{fact:forecast.chance}}.',
];
export const stays: Line = [
  'A forecast gives {{fact:forecast.renewal}} that they stay at their renewal; {{fact:forecast.basis}}.',
  'A forecast gives {{fact:forecast.renewal}} that they stay at their renewal.',
];

/** The scores of all dimensions in one sentence. */
export function dimensionsIn(sheet: FactSheet): string[] {
  const known = Dimension.options.filter((name) => sheet.has(`${name}.score`));
  const says = known.map((name) => `${dimensionNames[name].toLowerCase()} {{fact:${name}.score}}`).join(', ');
  return known.length > 0 ? [`By dimension: ${says}.`] : [];
}

/** Every move there is, the greatest loss first, as the sheet has them. */
export const movesIn = (sheet: FactSheet): Line[] =>
  [...sheet.keys()].filter((id) => /^\w+\.move$/.test(id)).flatMap((id) => moved(id.replace('.move', '')));
