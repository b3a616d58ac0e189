import type { Deps } from '#functions/define-function.ts';
import { dateIn, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { TableReader } from '#shared/ports/table.ts';

/** One request of the operator's: what a page needs to answer it. */
export interface Visit {
  readonly table: TableReader;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  /** The business's time, which a simulation moves. */
  readonly now: Date;
  /** The business's day, which a simulation moves. */
  readonly today: IsoDate;
  /** Whether the business's clock is not the real one. */
  readonly clockIsSimulated: boolean;
  /** Whether there is signing out: not where one machine's own pages need no signing in. */
  readonly signsOut: boolean;
}

export type Page = (visit: Visit) => Promise<Response>;

const clocksAgreeWithinMs = 60_000;

/** Reads the clock once, so that a page never shows two days. */
export function visitOf(
  { table, clock, operators }: Deps<'table:read' | 'operators:admit'>,
  url: URL,
  params: Readonly<Record<string, string>>,
): Visit {
  const now = clock.now();
  const clockIsSimulated = Math.abs(now.getTime() - clock.wall().getTime()) > clocksAgreeWithinMs;
  return { table, url, params, now, today: dateIn(businessZone, now), clockIsSimulated, signsOut: !operators.admit };
}
