import type { Consent, Preferences } from '#shared/domain/mail/preferences.ts';
import type { Change } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { consents } from '#shared/store/consent.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Visit } from './visit.ts';

export const consentOf = ({ table, token: { clientId, contactId } }: Visit) => consents.get(table, clientId, contactId);

/** Changes what the visitor agreed to, with `also` in the same commit. Writes nothing when nothing changes. */
export const changeConsent = (visit: Visit, change: (before: Consent) => Consent, also: readonly Change[] = []) =>
  retryOnConflict(async () => {
    const before = await consentOf(visit);
    const after = change(before);
    const changed = after === before ? [] : [consents.move(before, after), ...(await audited(visit, before, after))];
    const changes = [...changed, ...also];
    if (changes.length > 0) await visit.table.commit(changes);
  });

/** What the recipient did, for the audit trail. */
async function audited({ table, pseudonyms, now, token }: Visit, before: Consent, after: Consent): Promise<Change[]> {
  const { clientId, contactId } = token;
  const person = await auditNames(pseudonyms).person(clientId, contactId);
  return auditTrail.record(table, { scope: clientId, at: now, by: 'recipient', act: actOf(before, after), person });
}

const actOf = (before: Consent, after: Consent) => {
  if (before.suppression?.because === after.suppression?.because) return 'person.preferences-changed';
  return after.suppression ? 'person.unsubscribed' : 'person.resubscribed';
};

export const withPreferences =
  ({ now }: Visit, preferences: Preferences) =>
  (consent: Consent): Consent => ({ ...consent, preferences, changedAt: now });

/** Whether the person said so, rather than the mail service or the operator. */
export const optedOut = ({ suppression }: Consent): boolean =>
  suppression?.because === 'unsubscribed' || suppression?.because === 'complaint';

/** No mail any more. A person's own word outweighs what the mail service or the operator found. */
export const unsubscribed =
  ({ now }: Visit) =>
  (consent: Consent): Consent =>
    optedOut(consent) ? consent : { ...consent, suppression: { because: 'unsubscribed', at: now }, changedAt: now };

/** Mail again. A person can take back only their own unsubscribing: what else stops mail, a person must look at. */
export const resubscribed =
  ({ now }: Visit) =>
  (consent: Consent): Consent => {
    const { suppression, ...rest } = consent;
    return suppression?.because === 'unsubscribed' ? { ...rest, changedAt: now } : consent;
  };
