import { expect } from 'vitest';
import { AppError, type ErrorCode } from '#shared/domain/errors.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Change, Item, NewItem, Query, Table } from '#shared/ports/table.ts';
import { queryAll } from '#shared/ports/table.ts';

/** An engine of the table under test. */
export interface Engine {
  /** Opens the one table, as another process would. */
  open(clock: Clock): Promise<Table>;
  /** How often races and random sequences are repeated. */
  readonly rounds: number;
}

/** A clock that stands still until it is moved. */
export function standingClock() {
  let time = Date.parse('2026-11-20T12:00:00.000Z');
  return {
    now: () => new Date(time),
    wall: () => new Date(time),
    seconds: () => time / 1000,
    moveSeconds: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}
export type StandingClock = ReturnType<typeof standingClock>;

let names = 0;
/** A partition (or list) that no other test uses, so that tests share a table. */
export const ownPartition = (): string => `P${++names}`;

export const insert = (put: NewItem): Change => ({ put, require: 'absent' });
export const write = (put: NewItem): Change => ({ put, require: 'any' });
export const replace = (put: NewItem, version: number): Change => ({ put, require: { version } });

/** Writes any number of items, as they come, 25 a commit. */
export async function fill(table: Table, items: readonly NewItem[]): Promise<void> {
  for (let place = 0; place < items.length; place += 25) await table.commit(items.slice(place, place + 25).map(write));
}

/** Every item of a query, page after page. */
export async function all(table: Table, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of queryAll(table, query)) items.push(item);
  return items;
}

export const sortKeys = (items: readonly Item[]): string[] => items.map(({ sk }) => sk);

/** Expects the failure with this code and returns its details. */
export async function failure(work: Promise<unknown>, code: ErrorCode): Promise<Readonly<Record<string, unknown>>> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  if (!(error instanceof AppError)) throw error;
  expect(error.code).toBe(code);
  return error.details;
}

/** UTF-8 byte order. */
export const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));
