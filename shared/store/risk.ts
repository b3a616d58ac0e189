/**
 * Risk: the stages a client in danger went through. At most one item a client.
 *   of a client              pk = CLIENT#<id>  sk = RISK     its version guards changes
 *   every client's           lists: RISKS, by client
 */
import * as z from 'zod';
import { Risk } from '#shared/domain/risk/risk.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

const StoredRisk = z.object({ version: z.int(), ...Risk.shape });
export type StoredRisk = z.infer<typeof StoredRisk>;

const key = (clientId: ClientId): Key => ({ pk: `CLIENT#${clientId}`, sk: 'RISK' });

export const risks = {
  /** Replaces the risk that was read, or writes the first one. */
  put: ({ clientId, stages }: Risk, replaces: StoredRisk | undefined): Change => ({
    put: { ...key(clientId), entity: 'risk', list: 'RISKS', listOrder: clientId, clientId, stages },
    require: replaces ? { version: replaces.version } : 'absent',
  }),

  async of(table: TableReader, clientId: ClientId): Promise<StoredRisk | undefined> {
    const item = await table.get(key(clientId));
    return item && StoredRisk.parse(item);
  },

  async all(table: TableReader): Promise<StoredRisk[]> {
    const found: StoredRisk[] = [];
    for await (const item of queryAll(table, { index: 'lists', partition: 'RISKS' }))
      found.push(StoredRisk.parse(item));
    return found;
  },
};
