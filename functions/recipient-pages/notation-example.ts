import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { show } from '#shared/domain/grounding/show.ts';
import type { NumberStyle } from '#shared/domain/mail/preferences.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { dollars } from '#shared/domain/values/money.ts';

/** An amount, a share and a moment as our mails would write them, on the clock of a time zone. */
export const notationExample = (style: NumberStyle, zone: string): string =>
  examples(zone)
    .map((fact) => show(fact, style))
    .join(' · ');

const examples = (zone: string): GroundedFact[] => [
  { ...example, kind: 'money', cents: dollars(18_250) },
  { ...example, kind: 'share', value: 0.042 },
  { ...example, kind: 'moment', at: afternoon, zone },
];
const example = { id: 'example', says: 'An example', sources: [] };
const afternoon = instantOf(new Date('2026-10-09T19:30:00Z'));
