import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Change, Table, TableReader } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { clients, contacts, contracts } from '#shared/store/client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Counts, Progress } from './import-file.ts';
import type { PortfolioRow } from './portfolio-rows.ts';

/**
 * Adds clients and brings known ones up to date, one commit a client; what a row does not name (another contract, another
 * contact) is left as it is. A row that says what is already known is `unchanged`.
 */
export async function importPortfolio(
  table: Table,
  clock: Clock,
  rows: readonly PortfolioRow[],
  onProgress: Progress = () => {},
): Promise<Counts> {
  let imported = 0;
  for (const [index, row] of rows.entries()) {
    const { clientId } = row.client;
    imported += await retryOnConflict(async () => {
      const changes = await changesFor(table, row);
      if (changes.length === 0) return 0;
      const at = instantOf(clock.now());
      const scoring = eventOf(ScoringDue, `imported:${randomUUID()}`, at, { clientId });
      const audit = { scope: clientId, at, by: 'operator', act: 'portfolio.imported' } as const;
      await table.commit([...changes, announce(scoring), ...(await auditTrail.record(table, audit))]);
      return 1;
    });
    onProgress(index + 1, rows.length);
  }
  return { imported, unchanged: rows.length - imported };
}

async function changesFor(table: TableReader, row: PortfolioRow): Promise<Change[]> {
  const { clientId } = row.client;
  const known = await clients.get(table, clientId);
  const client: Client = { ...row.client, provenance: known?.provenance ?? 'recorded' };
  const signed = row.contract && (await contracts.get(table, clientId, row.contract.start));
  const people = new Map((await contacts.of(table, clientId)).map((contact) => [contact.contactId, contact]));
  return [
    ...(isDeepStrictEqual(client, known) ? [] : [clients.put(client)]),
    ...(row.contract && !isDeepStrictEqual(row.contract, signed) ? [contracts.put(row.contract)] : []),
    ...row.contacts.filter((one) => !isDeepStrictEqual(one, people.get(one.contactId))).map(contacts.put),
  ];
}
