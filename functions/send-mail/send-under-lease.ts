import type { Deps } from '#functions/define-function.ts';
import { AppError, isAppError } from '#shared/domain/errors.ts';
import type { PendingMail } from '#shared/domain/mail/mail.ts';
import { afterBackOff, afterQuota } from '#shared/domain/mail/may-send.ts';
import { settled } from '#shared/domain/mail/outcome.ts';
import { type Fate, leased, returned } from '#shared/domain/mail/sending.ts';
import { exhaustQuota } from '#shared/domain/mail/sending-switch.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { OutgoingMail } from '#shared/ports/mailer.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { mails, type StoredMail } from '#shared/store/mail.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';

type Sending = Deps<'table:write' | 'personal-data:open' | 'pseudonyms:make' | 'mail:send'>;

/** The lease is committed first: whoever loses the race, or comes after a crash, sees that an attempt was begun. */
export async function sendUnderLease(deps: Sending, stored: StoredMail, mail: PendingMail): Promise<void> {
  const { table, clock, mailer, log } = deps;
  const { mailId } = mail;
  // Waiting comes before the lease: who is stopped while waiting leaves no doubt behind.
  await mailer.turn();
  const taken = leased(mail, clock.wall());
  await table.commit([mails.move(stored, taken), ...(await audited(deps, mail))]);
  const held: StoredMail = { ...stored, version: (stored.version ?? 0) + 1, mail: taken };
  try {
    const { messageId } = await mailer.send(outgoing(mail));
    await noteSent(deps, held, { status: 'sent', sentAt: instantOf(clock.now()), messageId });
    log.info('mail sent', { mailId, messageId, measured: { values: { Mails: 1 }, by: 'accepted' } });
  } catch (error) {
    const pending = returned(taken);
    if (isAppError(error, 'mail.throttled') || isAppError(error, 'mail.unreachable')) {
      log.warn('mail waits for the service', {
        mailId,
        code: error.code,
        measured: { values: { Mails: 1 }, by: 'throttled' },
      });
      return table.commit([mails.wait(held, pending, afterBackOff(held.waits, clock.wall()))]);
    }
    if (isAppError(error, 'mail.quota-exceeded')) {
      log.warn('the daily quota is exhausted; mail waits', { mailId });
      await table.commit([mails.wait(held, pending, afterQuota(pending, clock.wall()))]);
      return noteExhaustedQuota(deps);
    }
    if (isAppError(error, 'mail.refused')) await table.commit([mails.move(held, pending)]);
    throw error;
  }
}

/** Before the mail leaves, so that none ever leaves unrecorded. The operator's own alerts are no acts towards anybody. */
async function audited({ table, pseudonyms, clock }: Sending, { mailId, about: scope, contactId }: PendingMail) {
  if (!scope || !contactId) return [];
  const names = auditNames(pseudonyms);
  const [person, about] = await Promise.all([names.person(scope, contactId), names.mail(mailId)]);
  const at = instantOf(clock.now());
  return auditTrail.record(table, { scope, at, by: 'system', act: 'mail.send-begun', person, about });
}

const outgoing = ({ mailId, to, subject, text, html, invitation, unsubscribe }: PendingMail): OutgoingMail => ({
  sendId: mailId,
  to,
  subject,
  text,
  html,
  invitation,
  unsubscribe,
});

/** The service's own report may have been faster than we are; then what it says stays. */
async function noteSent({ table }: Sending, held: StoredMail, fate: Fate): Promise<void> {
  let read: StoredMail | undefined = held;
  await retryOnConflict(async () => {
    const current = read ?? (await mails.get(table, held.mail.mailId));
    read = undefined;
    if (!current) throw new AppError('mail.unknown', { mailId: held.mail.mailId });
    const after = settled(current.mail, fate);
    if (after !== current.mail) await table.commit([mails.move(current, after)]);
  });
}

const noteExhaustedQuota = ({ table, clock }: Sending) =>
  retryOnConflict(async () => {
    const stored = await sendingSwitches.get(table);
    await table.commit([sendingSwitches.move(stored, exhaustQuota(stored.sendingSwitch, clock.wall()))]);
  });
