import * as z from 'zod';
import { LeadershipChange } from '../facts/leadership.ts';
import { Dimension } from '../health/assessment.ts';
import { HealthBand, isWorse } from '../health/band.ts';
import { postOf } from '../leadership/post.ts';
import { IsoDate } from '../values/iso-date.ts';
import { Score } from '../values/score.ts';

const says = z.string();

/** What an alert is about, in figures and in a sentence. */
export const Cause = z.discriminatedUnion('kind', [
  /** The client moved from one health band to another. After several falls, `from` is the band it began in. */
  z.object({ kind: z.literal('health-band'), from: HealthBand.optional(), to: HealthBand, scoredOn: IsoDate, says }),
  /** A dimension has fallen further below its usual score than chance explains. */
  z.object({
    kind: z.literal('dimension-falling'),
    dimension: Dimension,
    usual: Score,
    score: Score,
    scoredOn: IsoDate,
    says,
  }),
  /** The trained model is confident that satisfaction will decline. */
  z.object({ kind: z.literal('trend-declining'), probability: z.number(), scoredOn: IsoDate, says }),
  /** Somebody who carries the relationship is going, went, or came. */
  z.object({
    kind: z.literal('leadership-change'),
    ...LeadershipChange.pick({ role: true, school: true, change: true, date: true }).shape,
    says,
  }),
]);
export type Cause = z.infer<typeof Cause>;

/** The causes of a falling and of a rising band. */
export const bandKeys = { fall: 'health-band', rise: 'health-band-rise' } as const;

/** Lower-case words and hyphens, the same for the same cause at one client: of each there is at most one open alert. */
export function causeKey(cause: Cause): string {
  switch (cause.kind) {
    case 'health-band':
      return cause.from !== undefined && isWorse(cause.from, cause.to) ? bandKeys.rise : bandKeys.fall;
    case 'dimension-falling':
      return `${cause.kind}-${cause.dimension}`;
    case 'trend-declining':
      return cause.kind;
    case 'leadership-change':
      return `${cause.kind}-${postOf(cause)}`;
  }
}

/** How far a cause has got: an open alert whose cause gets further is revised, not repeated. */
export function stageOf(cause: Cause): string {
  if (cause.kind === 'health-band') return cause.to;
  return cause.kind === 'leadership-change' ? `${cause.change} ${cause.date}` : '';
}
