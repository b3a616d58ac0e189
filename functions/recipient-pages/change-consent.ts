import type { Consent, Preferences } from '#shared/domain/mail/preferences.ts';
import type { Change } from '#shared/ports/table.ts';
import { consents } from '#shared/store/consent.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Visit } from './visit.ts';

export const consentOf = ({ table, token: { clientId, contactId } }: Visit) => consents.get(table, clientId, contactId);

/** Changes what the visitor agreed to, with `also` in the same commit. Writes nothing when nothing changes. */
export const changeConsent = (visit: Visit, change: (before: Consent) => Consent, also: readonly Change[] = []) =>
  retryOnConflict(async () => {
    const before = await consentOf(visit);
    const after = change(before);
    const changes = [...(after === before ? [] : [consents.move(before, after)]), ...also];
    if (changes.length > 0) await visit.table.commit(changes);
  });

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
