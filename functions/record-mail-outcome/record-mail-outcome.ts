import type { Received } from '#events/define-event.ts';
import { MailBounced } from '#events/mail-bounced.ts';
import { MailComplained } from '#events/mail-complained.ts';
import { MailDelivered } from '#events/mail-delivered.ts';
import { MailRejected } from '#events/mail-rejected.ts';
import { MailSent } from '#events/mail-sent.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import { fateOf, settled, suppressionAfter } from '#shared/domain/mail/outcome.ts';
import { readReport } from '#shared/domain/mail/service-report.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { businessTime } from '#shared/ports/clock.ts';
import type { Change } from '#shared/ports/table.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { consents } from '#shared/store/consent.ts';
import { mails } from '#shared/store/mail.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { tripChanges } from './trip-changes.ts';

const reports = [MailSent, MailDelivered, MailBounced, MailComplained, MailRejected] as const;

export const recordMailOutcome = defineEventFunction({
  name: 'record-mail-outcome',
  purpose:
    'Records what the mail service reports of a mail, suppresses whoever it bounced from or who complained, and trips the kill switch.',
  on: reports,
  needs: ['table:write', 'personal-data:open', 'pseudonyms:make', 'mail:queue'],
  partitions: ['AUDIT#', 'MAIL', 'SENDING', 'CLIENT#', 'EVENT#'],
  run: (deps, event) => retryOnConflict(() => record(deps, event)),
});

type Recording = Deps<'table:write' | 'personal-data:open' | 'pseudonyms:make' | 'mail:queue'>;

/** A report that says nothing new changes nothing, so it may come again and in any order. */
async function record(deps: Recording, { detail }: Received<(typeof reports)[number]>): Promise<void> {
  const { table, clock, log } = deps;
  const { mailId, fate } = readReport(detail, (moment) => businessTime(clock, moment));
  const stored = await mails.get(table, mailId);
  if (!stored) throw new AppError('mail.unknown', { mailId });
  const after = settled(stored.mail, fate);
  if (after === stored.mail) return;

  const because = suppressionAfter(after);
  const harm = because ? [...(await suppress(deps, after, because)), ...(await tripChanges(deps, after))] : [];
  await table.commit([mails.move(stored, after), ...harm]);
  const before = fateOf(stored.mail)?.status ?? 'not known';
  log.info('mail reported', {
    mailId,
    status: after.status,
    before,
    measured: { values: { Mails: 1 }, by: after.status },
  });
}

/** Nobody at a client who bounced or complained gets another mail. What suppressed a person first stays on record. */
async function suppress(
  { table, clock, pseudonyms }: Recording,
  { mailId, about, contactId }: Mail,
  because: 'hard-bounce' | 'complaint',
): Promise<Change[]> {
  if (!about || !contactId) return [];
  const consent = await consents.get(table, about, contactId);
  if (consent.suppression) return [];
  const at = instantOf(clock.now());
  const person = await auditNames(pseudonyms).person(about, contactId);
  const audit = { scope: about, at, by: 'system', act: 'person.suppressed', person, detail: { because } } as const;
  return [
    consents.move(consent, { ...consent, suppression: { because, at, mailId }, changedAt: at }),
    ...(await auditTrail.record(table, audit)),
  ];
}
