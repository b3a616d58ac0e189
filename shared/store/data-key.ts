/**
 * The keys that seal personal data, wrapped by the master key. The highest number is used for writing. A destroyed key
 * stays as a mark, so that what it sealed reads as erased and not as broken.
 *   one key                  pk = DATA-KEY#<owner>  sk = KEY#<number>      written once, and once more to destroy it
 *   the newest of an owner   the same partition, descending, limit 1
 */
import * as z from 'zod';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { type Change, type Key, queryAll, type TableReader } from '#shared/ports/table.ts';

const about = { owner: z.string(), number: z.int().min(1), createdAt: Instant };
const StoredDataKey = z.discriminatedUnion('state', [
  z.object({ ...about, state: z.literal('usable'), wrapped: z.string() }),
  z.object({ ...about, state: z.literal('destroyed'), destroyedAt: Instant }),
]);
export type StoredDataKey = z.infer<typeof StoredDataKey>;

const partition = (owner: string) => `DATA-KEY#${owner}`;
const key = (owner: string, number: number): Key => ({
  pk: partition(owner),
  sk: `KEY#${String(number).padStart(6, '0')}`,
});
const item = (stored: StoredDataKey) => ({ ...key(stored.owner, stored.number), entity: 'data-key', ...stored });

export const dataKeyItems = {
  create: (stored: Extract<StoredDataKey, { state: 'usable' }>): Change => ({ put: item(stored), require: 'absent' }),

  /** Nothing that it sealed can ever be read again. */
  destroy: ({ owner, number, createdAt }: StoredDataKey, destroyedAt: Instant): Change => ({
    put: item({ owner, number, createdAt, state: 'destroyed', destroyedAt }),
    require: 'any',
  }),

  async get(table: TableReader, owner: string, number: number): Promise<StoredDataKey | undefined> {
    const found = await table.get(key(owner, number));
    return found && StoredDataKey.parse(found);
  },

  async newest(table: TableReader, owner: string): Promise<StoredDataKey | undefined> {
    const query = { partition: partition(owner), order: 'descending', limit: 1 } as const;
    const [found] = (await table.query(query)).items;
    return found && StoredDataKey.parse(found);
  },

  async of(table: TableReader, owner: string): Promise<StoredDataKey[]> {
    const found: StoredDataKey[] = [];
    for await (const each of queryAll(table, { partition: partition(owner) })) found.push(StoredDataKey.parse(each));
    return found;
  },
};
