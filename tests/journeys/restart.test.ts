import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { defineEventFunction, defineScheduledFunction } from '#functions/define-function.ts';
import { publishOutbox } from '#functions/publish-outbox/publish-outbox.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { announce } from '#shared/store/announcement.ts';
import { type World, world } from './world.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'csm-restart-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const minute = 60_000;
const day = 24 * 60 * minute;
const dueNow = ({ clock }: World) =>
  announce(eventOf(ScoringDue, 'due:sec', instantOf(clock.now()), { clientId: ClientId.parse('sec') }));

/** The same file, opened by one process after another; `handled` outlives them. */
function processes(handle: (name: string) => void) {
  const listener = defineEventFunction({
    name: 'listener',
    purpose: 'Stands for a consumer.',
    on: [ScoringDue],
    needs: [],
    run: async (_, { id }) => handle(id),
  });
  const nightly = defineScheduledFunction({
    name: 'nightly',
    purpose: 'Stands for nightly work.',
    every: { at: '02:15', zone: businessZone },
    needs: [],
    run: async () => handle('nightly'),
  });
  return (at?: string) =>
    world({
      file: join(directory, 'csm.sqlite'),
      functions: [publishOutbox, listener, nightly],
      ...(at ? { at } : {}),
    });
}

describe('starting again from the file', () => {
  it('delivers what was committed but never published', async () => {
    const handled: string[] = [];
    const start = processes((name) => handled.push(name));
    // The first process is never drained or closed, as if it was killed right after the commit.
    const killed = start();
    await killed.table.commit([dueNow(killed)]);
    expect(handled).toEqual([]);

    const next = start();
    await next.drain();
    expect(handled).toEqual(['due:sec']);
    await next.close();
  });

  it('delivers again what was being handled when the process was killed, once its lease has run out', async () => {
    const handled: string[] = [];
    const start = processes((name) => handled.push(name));
    const killed = world({ file: join(directory, 'csm.sqlite'), functions: [publishOutbox, neverDone] });
    await killed.table.commit([dueNow(killed)]);
    void killed.drain();
    await sleep(50);

    const next = start();
    next.advance(2 * minute);
    await next.drain();
    expect(handled).toEqual(['due:sec']);
    await next.close();
  });

  it('makes up once for the nights it was not running, and not for those it was', async () => {
    const handled: string[] = [];
    const start = processes((name) => handled.push(name));
    const first = start('2026-11-20T15:00:00.000Z');
    await first.wakeDue();
    await first.wakeDue();
    await first.drain();
    await first.close();
    expect(handled).toEqual(['nightly']);

    const sameDay = start('2026-11-20T22:00:00.000Z');
    expect(await sameDay.wakeDue()).toEqual([]);
    await sameDay.close();

    const daysLater = start('2026-11-24T15:00:00.000Z');
    expect(await daysLater.wakeDue()).toEqual(['nightly']);
    daysLater.advance(day);
    expect(await daysLater.wakeDue()).toEqual(['nightly']);
    await daysLater.close();
  });
});

const neverDone = defineEventFunction({
  name: 'listener',
  purpose: 'Never comes back.',
  on: [ScoringDue],
  needs: [],
  run: () => new Promise<never>(() => {}),
});
