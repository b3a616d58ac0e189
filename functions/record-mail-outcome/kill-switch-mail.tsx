import type { MailSettings } from '#functions/define-function.ts';
import { Mail, type PendingMail } from '#shared/domain/mail/mail.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';

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
    'The mail service would review the account at 5 % bounces or 0.1 % complaints, so we stop earlier.',
    'Look in the outbox at what bounced or drew complaints, correct the addresses or the programme, then let mail go again. What waits until then is sent, unless it has waited for more than seven days.',
  ];
  return Mail.options[0].parse({
    mailId: `kill-switch--${trippedAt.getTime()}`,
    kind: 'operator-alert',
    priority: 'critical',
    to: operatorAddress,
    subject: 'All mail to clients has stopped',
    text: [...says, `Outbox: ${link}`].join('\n\n'),
    html: `<!doctype html>${(<Page says={says} link={link} />).toString()}`,
    because: reason,
    queuedAt: now,
    status: 'pending',
  });
}

const font = "font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const Page = ({ says, link }: { says: readonly string[]; link: string }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>All mail to clients has stopped</title>
    </head>
    <body style={`margin:0;padding:24px 12px;background:#ffffff;color:#1c2128;${font}`}>
      <h1 style="font-size:20px;line-height:1.3;color:#a3261b">All mail to clients has stopped</h1>
      {says.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        <a href={link} style="color:#0b57d0">
          Outbox
        </a>
      </p>
    </body>
  </html>
);
