import type { ClientId, ContactId } from '#shared/domain/values/ids.ts';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';

/** What people, and what may name them, are called in the audit trail, whose entries outlive them. */
export const auditNames = (pseudonyms: Pseudonyms) => ({
  person: (clientId: ClientId, contactId: ContactId) => pseudonyms.of('audit', `person ${clientId} ${contactId}`),
  message: (clientId: ClientId, messageId: string) => pseudonyms.of('audit', `message ${clientId} ${messageId}`),
  decision: (clientId: ClientId, decisionId: string) => pseudonyms.of('audit', `decision ${clientId} ${decisionId}`),
  memory: (clientId: ClientId, memoryId: string) => pseudonyms.of('audit', `memory ${clientId} ${memoryId}`),
  mail: (mailId: string) => pseudonyms.of('audit', `mail ${mailId}`),
});
