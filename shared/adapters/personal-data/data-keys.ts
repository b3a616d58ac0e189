import { AppError, isAppError } from '#shared/domain/errors.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { MasterKey } from '#shared/ports/master-key.ts';
import type { Table } from '#shared/ports/table.ts';
import { dataKeyItems, type StoredDataKey } from '#shared/store/data-key.ts';
import type { NumberedKey } from './seal.ts';

/** The keys that seal personal data, opened. */
export interface DataKeys {
  /** The one to write with; made when the owner has none. */
  current(owner: string): Promise<NumberedKey>;
  /** One to read with; undefined once it is destroyed. */
  numbered(owner: string, number: number): Promise<NumberedKey | undefined>;
}

interface KeyStore {
  readonly table: Table;
  readonly masterKey: MasterKey;
  readonly clock: Clock;
}

/** Asking KMS costs 5 ms and money, so an opened key is kept; one destroyed elsewhere works here for at most as long. */
const keptMs = 5 * 60 * 1000;

/** Keys stored wrapped in the table, each opened once in five minutes. */
export function dataKeys({ table, masterKey, clock }: KeyStore): DataKeys {
  const kept = remembering(clock);

  const opened = async (stored: StoredDataKey): Promise<NumberedKey | undefined> => {
    if (stored.state === 'destroyed') return undefined;
    return { number: stored.number, key: await masterKey.unwrap(stored.owner, stored.wrapped) };
  };
  const create = async (owner: string, number: number): Promise<NumberedKey> => {
    const { key, wrapped } = await masterKey.generate(owner);
    const createdAt = instantOf(clock.wall());
    await table.commit([dataKeyItems.create({ owner, number, createdAt, state: 'usable', wrapped })]);
    return { number, key };
  };
  const newest = async (owner: string): Promise<NumberedKey> => {
    const stored = await dataKeyItems.newest(table, owner);
    const usable = stored && (await opened(stored));
    return usable ?? (await create(owner, (stored?.number ?? 0) + 1));
  };

  return {
    current: (owner) =>
      kept(`${owner} now`, async () => {
        try {
          return await newest(owner);
        } catch (error) {
          // Somebody else made the owner's key in the same instant: theirs counts.
          if (isAppError(error, 'table.conflict')) return newest(owner);
          throw error;
        }
      }),

    numbered: (owner, number) =>
      kept(`${owner} ${number}`, async () => {
        const stored = await dataKeyItems.get(table, owner, number);
        if (!stored) throw new AppError('personal-data.locked', { owner, number, problem: 'its key is not stored' });
        return opened(stored);
      }),
  };
}

/** What was found out within five minutes, or is being found out, is not asked again; a failure is not kept. */
function remembering({ wall }: Clock) {
  const known = new Map<string, { readonly found: Promise<unknown>; readonly until: number }>();
  return <T>(name: string, find: () => Promise<T>): Promise<T> => {
    const now = wall().getTime();
    const kept = known.get(name);
    if (kept && now < kept.until) return kept.found as Promise<T>;
    const found = find();
    known.set(name, { found, until: now + keptMs });
    found.catch(() => known.delete(name));
    return found;
  };
}
