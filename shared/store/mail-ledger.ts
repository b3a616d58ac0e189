/**
 * What a client office waits for and got lately: the caps are kept here, guarded by its version.
 *   of one client            pk = CLIENT#<id>  sk = MAILING
 */
import { emptyLedger, MailLedger } from '#shared/domain/mail/ledger.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Change, Item, Key, TableReader } from '#shared/ports/table.ts';

export interface StoredLedger {
  /** Absent for one that was never written. */
  readonly version: number | undefined;
  readonly ledger: MailLedger;
}

const key = (clientId: ClientId): Key => ({ pk: `CLIENT#${clientId}`, sk: 'MAILING' });
const stored = (item: Item): StoredLedger => ({ version: item.version, ledger: MailLedger.parse(item) });

export const mailLedgers = {
  async get(table: TableReader, clientId: ClientId): Promise<StoredLedger> {
    const item = await table.get(key(clientId));
    return item ? stored(item) : { version: undefined, ledger: emptyLedger(clientId) };
  },

  /** Those that exist of these clients. */
  async of(table: TableReader, clientIds: readonly ClientId[]): Promise<Map<ClientId, MailLedger>> {
    const found = (await table.getAll(clientIds.map(key))).map((item) => stored(item).ledger);
    return new Map(found.map((ledger) => [ledger.clientId, ledger]));
  },

  /** Moves it on from the state it was read in; another writer's change in between fails the commit. */
  move: ({ version }: StoredLedger, to: MailLedger): Change => ({
    put: { ...key(to.clientId), entity: 'mail-ledger', ...to },
    require: version === undefined ? 'absent' : { version },
  }),
};
