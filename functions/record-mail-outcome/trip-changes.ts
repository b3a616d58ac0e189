import { eventOf } from '#events/define-event.ts';
import { MailQueued } from '#events/mail-queued.ts';
import type { Deps } from '#functions/define-function.ts';
import { everyClient } from '#shared/domain/audit/entry.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import { fateOf } from '#shared/domain/mail/outcome.ts';
import { reasonToStop, reputationOf, reputationWindow } from '#shared/domain/mail/reputation.ts';
import { trip } from '#shared/domain/mail/sending-switch.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Change } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { mails } from '#shared/store/mail.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { killSwitchMail } from './kill-switch-mail.tsx';

/**
 * What stops all mail to clients and tells the operator, once too much bounced or drew complaints; nothing while all is
 * well or it is stopped already. The mail just reported counts as it will be; one reported in the same instant by another
 * worker counts with the next report.
 */
export async function tripChanges(
  { table, clock, settings, log }: Deps<'table:write' | 'mail:queue'>,
  reported: Mail,
): Promise<Change[]> {
  const before = await sendingSwitches.get(table);
  const { tripped, countFrom } = before.sendingSwitch;
  if (tripped) return [];

  const { days, mails: most } = reputationWindow;
  const windowBegins = instantOf(new Date(clock.now().getTime() - days * 86_400_000));
  const since = countFrom && countFrom > windowBegins ? countFrom : windowBegins;
  const fate = fateOf(reported);
  const counted = fate && fate.sentAt >= since ? [fate] : [];
  const reason = reasonToStop(reputationOf([...(await mails.fates(table, since, most)), ...counted]));
  if (!reason) return [];

  log.error('the kill switch stops all mail to clients', { reason });
  const now = instantOf(clock.now());
  const mail = killSwitchMail(reason, settings, now, clock.wall());
  const audit = { scope: everyClient, at: now, by: 'system', act: 'mail.kill-switch-tripped' } as const;
  return [
    ...(await auditTrail.record(table, audit)),
    sendingSwitches.move(before, trip(before.sendingSwitch, reason, clock.now())),
    mails.queue(mail),
    announce(eventOf(MailQueued, `queued:${mail.mailId}`, now, { mailId: mail.mailId })),
  ];
}
