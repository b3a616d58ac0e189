import * as z from 'zod';
import { defineTool, type Tool } from '#shared/agent/tool.ts';
import { figuresOf } from '#shared/domain/figures/figures-of.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { IsoMonth } from '#shared/domain/values/iso-date.ts';
import type { Picture } from './load-picture.ts';
import { sayFact } from './say-to-model.ts';

/** What a Writer may look up about its client, which is in here and not a parameter. What it finds may be said, too. */
export const pictureTools = ({ office, sheet, alerts }: Pick<Picture, 'office' | 'sheet' | 'alerts'>): Tool[] => [
  defineTool({
    name: 'figures_of_month',
    purpose: 'Gives the facts of another whole month, for comparing. Their ids begin with the month.',
    input: z.strictObject({ month: z.string().describe('YYYY-MM') }),
    run: ({ month }) => {
      const known = IsoMonth.safeParse(month);
      if (!known.success) return 'Not a month; write YYYY-MM.';
      const found = addFiguresOf(known.data, { office, sheet });
      return found.length > 0
        ? found.map((fact) => sayFact(fact, { alerts })).join('\n')
        : 'Nothing is known of this month.';
    },
  }),
];

/** Puts what is known of a month on the sheet, under ids that begin with it. */
export function addFiguresOf(month: IsoMonth, { office, sheet }: Pick<Picture, 'office' | 'sheet'>): GroundedFact[] {
  const found = figuresOf(office.record, month)
    .filter(({ id }) => !timeless.test(id))
    .map((fact): GroundedFact => ({ ...fact, id: `${month}.${fact.id}` }));
  for (const fact of found) sheet.set(fact.id, fact);
  return found;
}

/** The same whatever month is asked for, or of months before it. */
const timeless = /^(client|contract|budget|proposal|anniversary|seats|peers|savings\.m\d|hours\.m\d|month\.before|roi)/;
