import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineEvent, eventOf } from '#events/define-event.ts';
import { defineEventFunction, type EventFunction } from '#functions/define-function.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import { handleEvents } from '#shared/runtime/handle-events.ts';

const Knocked = defineEvent({
  detailType: 'door.knocked',
  source: 'doors',
  meaning: 'Somebody knocked.',
  detail: z.object({ door: z.string() }),
});
const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const knock = (id: string, door: string, minute = 0) => eventOf(Knocked, id, at(minute), { door });

/** A function that remembers what it handled, and fails at the door called "stuck". */
function doorman(coalesce = false) {
  const handled: string[] = [];
  const definition: EventFunction = defineEventFunction({
    name: 'answer-door',
    purpose: 'Opens.',
    on: [Knocked],
    needs: [],
    ...(coalesce ? { coalesce: ({ detail }: { detail: { door: string } }) => detail.door } : {}),
    run: async (_, { id, detail }) => {
      if (detail.door === 'stuck') throw new Error('it is stuck');
      handled.push(id);
    },
  });
  return { definition, handled };
}

const idsOf = (failed: readonly { id: string }[]) => failed.map(({ id }) => id).sort();

describe('handling a batch of events', () => {
  it('handles the others when one fails, and names the one that failed', async () => {
    const { definition, handled } = doorman();
    const failed = await handleEvents(definition, {}, [knock('1', 'a'), knock('2', 'stuck'), knock('3', 'b')]);
    expect(handled).toEqual(['1', '3']);
    expect(idsOf(failed)).toEqual(['2']);
  });

  it('fails what it cannot read or does not listen to, and nothing else', async () => {
    const { definition, handled } = doorman();
    const unreadable = { ...knock('1', 'a'), detail: { door: 7 } };
    const foreign = { ...knock('2', 'a'), detailType: 'door.painted' };
    const failed = await handleEvents(definition, {}, [unreadable, foreign, knock('3', 'a')]);
    expect(idsOf(failed)).toEqual(['1', '2']);
    const reasons = failed.map(({ error }) => String(error));
    expect(reasons).toContain('TypeError: answer-door does not listen to door.painted');
    expect(handled).toEqual(['3']);
  });

  it('runs each event on its own unless the function coalesces', async () => {
    const { definition, handled } = doorman();
    await handleEvents(definition, {}, [knock('1', 'a'), knock('2', 'a')]);
    expect(handled).toEqual(['1', '2']);
  });

  it('runs events that belong together once, by the latest, whatever order they came in', async () => {
    const { definition, handled } = doorman(true);
    await handleEvents(definition, {}, [
      knock('1', 'a', 1),
      knock('2', 'a', 3),
      knock('3', 'b', 1),
      knock('4', 'a', 2),
    ]);
    expect(handled.sort()).toEqual(['2', '3']);
  });

  it('fails events that belong together, together', async () => {
    const { definition } = doorman(true);
    const failed = await handleEvents(definition, {}, [knock('1', 'stuck'), knock('2', 'a'), knock('3', 'stuck')]);
    expect(idsOf(failed)).toEqual(['1', '3']);
  });
});
