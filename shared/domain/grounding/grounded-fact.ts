import * as z from 'zod';
import { Instant, IsoDate, IsoMonth } from '../values/iso-date.ts';
import { Cents } from '../values/money.ts';

const known = {
  /** What a text calls it: `{{fact:savings.month}}`. Dotted lower-case words, unique within one sheet. */
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  /** What it is, for the operator and for whoever writes with it: "Travel savings in October 2026". */
  says: z.string().min(1),
  /** Ids of the recorded facts or items it was computed from; empty only for what the house itself says. */
  sources: z.array(z.string()),
};

/** One thing that may be said in a mail: a typed value, shown in the reader's own notation, and where it comes from. */
export const GroundedFact = z.discriminatedUnion('kind', [
  z.object({ ...known, kind: z.literal('count'), value: z.number() }),
  z.object({ ...known, kind: z.literal('hours'), value: z.number() }),
  z.object({ ...known, kind: z.literal('money'), cents: Cents }),
  /** 0.23 is shown as 23 %. */
  z.object({ ...known, kind: z.literal('share'), value: z.number() }),
  /** A mark such as 9.4 of 10, or 92 of 100. */
  z.object({ ...known, kind: z.literal('mark'), value: z.number(), of: z.number().positive() }),
  /** 1.4 is shown as 1.4 times. */
  z.object({ ...known, kind: z.literal('ratio'), value: z.number() }),
  z.object({ ...known, kind: z.literal('date'), date: IsoDate }),
  z.object({ ...known, kind: z.literal('month'), month: IsoMonth }),
  /** A moment as the clock on the reader's wall shows it. */
  z.object({ ...known, kind: z.literal('moment'), at: Instant, zone: z.string() }),
  /** A proper name: a conference, a feature, a course. */
  z.object({ ...known, kind: z.literal('name'), text: z.string().min(1) }),
  /** Words of the house or of the record, quoted as they are: "Power 5". */
  z.object({ ...known, kind: z.literal('phrase'), text: z.string().min(1) }),
  z.object({ ...known, kind: z.literal('link'), url: z.url(), text: z.string().min(1) }),
]);
export type GroundedFact = z.infer<typeof GroundedFact>;

/** Everything a text may say, by id. */
export type FactSheet = ReadonlyMap<string, GroundedFact>;

export const factSheet = (facts: Iterable<GroundedFact>): FactSheet =>
  new Map([...facts].map((fact) => [fact.id, fact]));
