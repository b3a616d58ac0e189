import type { MailSettings } from '#functions/define-function.ts';
import { Mail, type PendingMail } from '#shared/domain/mail/mail.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import { Notice, NoticeLink } from '#shared/letters/html/notice.tsx';
import { light } from '#shared/letters/palette.ts';

const title = 'All mail to clients has stopped';

/** Tells the operator that mail to clients has stopped, why, and what to do. Text and HTML say the same. */
export function killSwitchMail(
  reason: string,
  { operatorAddress, dashboardUrl }: MailSettings,
  now: Instant,
  trippedAt: Date,
): PendingMail {
  const link = `${dashboardUrl}/outbox`;
  const says = [
    `All mail to clients has stopped by itself: ${reason}.`,
    'The mail service would review the account at 5% bounces or 0.1% complaints, so we stop earlier.',
    'Look in the outbox at what bounced or drew complaints, correct the addresses or the program, then let mail go again. What waits until then is sent, unless it has waited for more than seven days.',
  ];
  return Mail.options[0].parse({
    mailId: `kill-switch--${trippedAt.getTime()}`,
    kind: 'operator-alert',
    priority: 'critical',
    to: operatorAddress,
    subject: title,
    text: [...says, `Outbox: ${link}`].join('\n\n'),
    html: `<!doctype html>${(<Page says={says} link={link} />).toString()}`,
    because: reason,
    queuedAt: now,
    status: 'pending',
  });
}

const Page = ({ says, link }: { says: readonly string[]; link: string }) => (
  <Notice title={title} edge="#c0392b">
    {says.map((sentence) => (
      <p class="ink" style={`margin:0 0 14px;color:${light.ink}`}>
        {sentence}
      </p>
    ))}
    <NoticeLink href={link}>Open the outbox</NoticeLink>
  </Notice>
);
