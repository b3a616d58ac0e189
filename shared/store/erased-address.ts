/**
 * Addresses of people who were erased, as keyed hashes: nobody can read who they were, and nobody writes to them again.
 *   whether one is           pk = ERASED-ADDRESS#<hash>  sk = ERASED-ADDRESS
 */
import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { Change, Key, TableReader } from '#shared/ports/table.ts';

const key = (hash: string): Key => ({ pk: `ERASED-ADDRESS#${hash}`, sk: 'ERASED-ADDRESS' });

/** Mailboxes do not tell upper from lower case in practice. */
const hashOf = (pseudonyms: Pseudonyms, address: string) => pseudonyms.of('address', address.trim().toLowerCase());

export const erasedAddresses = {
  async add(pseudonyms: Pseudonyms, address: string, at: Instant): Promise<Change> {
    return { put: { ...key(await hashOf(pseudonyms, address)), entity: 'erased-address', at }, require: 'any' };
  },

  async has(table: TableReader, pseudonyms: Pseudonyms, address: string): Promise<boolean> {
    return (await table.get(key(await hashOf(pseudonyms, address)))) !== undefined;
  },
};
