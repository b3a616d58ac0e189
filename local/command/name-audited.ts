import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import { queryAll, type TableReader } from '#shared/ports/table.ts';
import { actions } from '#shared/store/action.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { contacts } from '#shared/store/client.ts';
import { decisions } from '#shared/store/decision.ts';
import { memories } from '#shared/store/memory.ts';

/** Who and what the pseudonyms of the audit trail stand for, of those who and which are still there. */
export async function namesIn(
  table: TableReader,
  pseudonyms: Pseudonyms,
  clientId: ClientId,
): Promise<Map<string, string>> {
  const of = auditNames(pseudonyms);
  const found = new Map<string, string>();
  for (const { contactId } of await contacts.of(table, clientId))
    found.set(await of.person(clientId, contactId), contactId);
  for await (const { sk } of queryAll(table, { partition: `CLIENT#${clientId}`, prefix: 'MESSAGE#' })) {
    const messageId = sk.slice('MESSAGE#'.length);
    found.set(await of.message(clientId, messageId), messageId);
  }
  for (const { decisionId } of await decisions.of(table, clientId))
    found.set(await of.decision(clientId, decisionId), decisionId);
  for (const { memoryId } of await memories.of(table, clientId))
    found.set(await of.memory(clientId, memoryId), memoryId);
  for (const { mailId } of await actions.of(table, clientId))
    if (mailId !== undefined) found.set(await of.mail(mailId), mailId);
  return found;
}
