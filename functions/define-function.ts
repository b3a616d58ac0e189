import type { EventDefinition, Received } from '#events/define-event.ts';
import type { Announcement, Bus } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Identity } from '#shared/ports/identity.ts';
import type { Log } from '#shared/ports/log.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import type { Meetings } from '#shared/ports/meetings.ts';
import type { Model } from '#shared/ports/model.ts';
import type { Operators } from '#shared/ports/operators.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import type { Table, TableReader } from '#shared/ports/table.ts';

/** What a function may be given; each need is a grant in the cloud and a dependency in the code. */
interface Provisions {
  'table:read': { readonly table: TableReader };
  'table:write': { readonly table: Table };
  /** Lets the table read and write what tells of people (shared/store/personal-data.ts); else it refuses those items. */
  'personal-data:open': Readonly<Record<never, never>>;
  /** Recognises the operator's session: for every function with a route for the operator. */
  'operators:admit': { readonly operators: Operators };
  'identity:ask': { readonly identity: Identity };
  'pseudonyms:make': { readonly pseudonyms: Pseudonyms };
  'bus:publish': { readonly bus: Bus };
  'mail:send': { readonly mailer: Mailer };
  'mail:queue': { readonly settings: MailSettings };
  /** The secrets of webhooks. */
  'secrets:read': { readonly secrets: Secrets };
  /** The stand-by serves when the other fails. */
  'meetings:arrange': { readonly meetings: Meetings; readonly standbyMeetings: Meetings };
  'model:invoke': { readonly model: Model };
}
export type Need = keyof Provisions;

/** Addresses the system writes from and to. */
export interface MailSettings {
  /** Who reads alerts. */
  readonly operatorAddress: string;
  /** Whom mail comes from, and who invites to meetings. */
  readonly fromAddress: string;
  /** Where HELiiX AI Solutions can be reached by post; commercial mail must say so. */
  readonly postalAddress: string;
  /** Where links in mail lead, the operator's and everybody's: without a trailing slash. */
  readonly dashboardUrl: string;
}

type Everything<T> = (T extends unknown ? (_: T) => void : never) extends (_: infer All) => void ? All : never;

/** Exactly what a function with these needs is given: what it did not ask for does not exist for it. */
export type Deps<N extends Need = Need> = Everything<Provisions[N]> & { readonly clock: Clock; readonly log: Log };

interface Common {
  /** verb-noun, the folder's name. */
  readonly name: string;
  /** One sentence for the README. */
  readonly purpose: string;
  /**
   * What the partitions it touches begin with, in the table and in its list. It may touch no other, in the cloud or
   * locally. All of ours that touch the table say so (tests/infra); left out, all may be touched but the audit trail's past.
   */
  readonly partitions?: readonly string[];
  /** The names of the secrets it reads, and may read no other; with the need `secrets:read`. */
  readonly secrets?: readonly string[];
}

/** Woken by events, at least once each, in any order. */
export interface EventFunction extends Common {
  readonly on: readonly EventDefinition[];
  readonly needs: readonly Need[];
  /** Events waiting together that give the same text are handled once, by the latest. Only for functions that recompute. */
  readonly coalesce?: (event: never) => string;
  /** How its queue is worked off, when not by five workers in batches of ten. At least two workers, which SQS demands. */
  readonly queue?: { readonly workers: number; readonly batch: number };
  readonly run: (deps: never, event: never) => Promise<void>;
}

/** A time of day in a time zone, every day. */
interface Daily {
  /** `HH:MM` */
  readonly at: string;
  readonly zone: string;
}

/** Again and again, day and night; a divisor of 60. */
interface Regular {
  readonly minutes: 5 | 10 | 15 | 20 | 30 | 60;
}

/** Woken by the clock. */
export interface ScheduledFunction extends Common {
  readonly every: Daily | Regular;
  readonly needs: readonly Need[];
  readonly run: (deps: never) => Promise<void>;
}

/**
 * `METHOD /path/{parameter}` and who may call it (`shared/runtime/enter.ts`): `signed` checks a signature itself, `operator`
 * is for the operator alone, `public` is for all.
 */
export interface Route {
  readonly route: `${'GET' | 'POST'} /${string}`;
  readonly access: 'signed' | 'operator' | 'public';
}

/** Woken by HTTP requests. `params` holds the path's parameters. */
export interface HttpFunction extends Common {
  readonly routes: readonly Route[];
  readonly needs: readonly Need[];
  readonly run: (deps: never, request: Request, params: Readonly<Record<string, string>>) => Promise<Response>;
}

/** Woken by the table's change stream: events whose items were inserted, at least once each. */
export interface StreamFunction extends Common {
  readonly stream: 'announcements';
  readonly needs: readonly Need[];
  readonly run: (deps: never, announcements: readonly Announcement[]) => Promise<void>;
}

export type FunctionDefinition = EventFunction | ScheduledFunction | HttpFunction | StreamFunction;

type Run<F, N extends Need, Args extends readonly unknown[], Result> = Omit<F, 'run' | 'needs'> & {
  readonly needs: readonly N[];
  readonly run: (deps: Deps<N>, ...args: Args) => Promise<Result>;
};

export const defineEventFunction = <const E extends EventDefinition, const N extends Need>(
  definition: Omit<Run<EventFunction, N, [event: E extends unknown ? Received<E> : never], void>, 'on' | 'coalesce'> & {
    readonly on: readonly E[];
    readonly coalesce?: (event: E extends unknown ? Received<E> : never) => string;
  },
) => definition;

export const defineScheduledFunction = <const N extends Need>(definition: Run<ScheduledFunction, N, [], void>) =>
  definition;

export const defineHttpFunction = <const N extends Need>(
  definition: Run<HttpFunction, N, [request: Request, params: Readonly<Record<string, string>>], Response>,
) => definition;

export const defineStreamFunction = <const N extends Need>(
  definition: Run<StreamFunction, N, [announcements: readonly Announcement[]], void>,
) => definition;
