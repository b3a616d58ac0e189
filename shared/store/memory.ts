/**
 * What is remembered of a client.
 *   all of a client          pk = CLIENT#<id>  prefix MEMORY#      sk = MEMORY#<memoryId>
 */
import { Memory } from '#shared/domain/memory/memory.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';
import { expiryAfter } from './announcement.ts';

const key = (clientId: ClientId, memoryId: string): Key => ({ pk: `CLIENT#${clientId}`, sk: `MEMORY#${memoryId}` });

export const memories = {
  /** Remembering the same thing again replaces it. */
  keep: (memory: Memory): Change => ({
    put: {
      ...key(memory.clientId, memory.memoryId),
      entity: 'memory',
      ...Memory.parse(memory),
      expiresAt: expiryAfter(instantOf(new Date(memory.until)), 2),
    },
    require: 'any',
  }),

  forget: (clientId: ClientId, memoryId: string): Change => ({ delete: key(clientId, memoryId), require: 'any' }),

  async get(table: TableReader, clientId: ClientId, memoryId: string): Promise<Memory | undefined> {
    const item = await table.get(key(clientId, memoryId));
    return item && Memory.parse(item);
  },

  async of(table: TableReader, clientId: ClientId): Promise<Memory[]> {
    const found: Memory[] = [];
    for await (const item of queryAll(table, { partition: `CLIENT#${clientId}`, prefix: 'MEMORY#' }))
      found.push(Memory.parse(item));
    return found;
  },
};
