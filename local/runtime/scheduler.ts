import { Cron } from 'croner';
import type { ScheduledFunction } from '#functions/define-function.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table } from '#shared/ports/table.ts';
import { lastWoken } from './local-state.ts';

export interface Scheduler {
  /** Wakes every function whose time has come since it was last woken, or that never was; says which. */
  wakeDue(): Promise<readonly string[]>;
}

interface Scheduling {
  readonly functions: readonly ScheduledFunction[];
  readonly table: Table;
  readonly clock: Clock;
  /** Puts a wake-up on the durable queue, which sees to retries and dead letters. */
  readonly wake: (functionName: string, why: Announcement) => void;
}

/**
 * Wakes functions by business time. What came due while nothing ran is made up for once, however many times it was
 * missed: a nightly score that is computed from recorded facts loses nothing by that.
 */
export function scheduler({ functions, table, clock, wake }: Scheduling): Scheduler {
  return {
    async wakeDue() {
      const now = clock.now();
      const due: string[] = [];
      for (const { name, every } of functions) {
        const last = await lastWoken(name).get(table);
        if (last && nextAfter(every, last) > now) continue;
        const id = `schedule:${name}:${instantOf(now)}`;
        wake(name, { id, detailType: 'schedule', source: 'local', time: instantOf(now), detail: {} });
        await table.commit([lastWoken(name).put(now)]);
        due.push(name);
      }
      return due;
    },
  };
}

/** The first moment after another at which a function is to be woken. */
export function nextAfter(every: ScheduledFunction['every'], moment: Date): Date {
  const next = cronOf(every).nextRun(moment);
  if (!next) throw new Error(`${JSON.stringify(every)} never comes`);
  return next;
}

function cronOf(every: ScheduledFunction['every']): Cron {
  if ('minutes' in every)
    return new Cron(`${every.minutes === 60 ? 0 : `*/${every.minutes}`} * * * *`, { timezone: 'UTC' });
  const [hour, minute] = every.at.split(':');
  return new Cron(`${minute} ${hour} * * *`, { timezone: every.zone });
}
