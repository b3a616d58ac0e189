import type { MailSettings } from '#functions/define-function.ts';
import type { Alert } from '#shared/domain/alerts/alert.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import type { PendingMail } from '#shared/domain/mail/mail.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';

/** The mail that tells the operator of an alert: text and HTML say the same. */
export function operatorMail(
  alert: Alert,
  client: Client,
  { operatorAddress, dashboardUrl }: MailSettings,
  now: Instant,
): PendingMail {
  const link = `${dashboardUrl}/clients/${client.clientId}`;
  const label = client.provenance === 'simulated' ? '[simulated] ' : '';
  return {
    mailId: mailIdOf(alert),
    kind: 'operator-alert',
    to: operatorAddress,
    subject: `${label}${subjectOf(alert, client)}`,
    text: textOf(alert, link, label),
    html: `<!doctype html>${(<Page alert={alert} link={link} simulated={label !== ''} />).toString()}`,
    about: client.clientId,
    priority: alert.severity === 'urgent' ? 'critical' : 'high',
    messageIds: [],
    facts: [],
    queuedAt: now,
    status: 'pending',
  };
}

/** Another one each time something is to be told of the same alert. */
const mailIdOf = ({ clientId, alertId, history }: Alert) =>
  [`alert--${clientId}--${alertId}`, ...(history.length > 1 ? [history.length] : [])].join('--');

const subjectOf = ({ severity, play, dueOn }: Alert, { name }: Client) =>
  severity === 'good-news' ? `${name}: good news` : `${name}: ${play.name.toLowerCase()} due ${dueOn}`;

const textOf = ({ cause, play, dueOn, evidence }: Alert, link: string, label: string) =>
  [
    `${label}${cause.says}`,
    `Suggested play: ${play.name}\n${sayFirst(play)}\nOwner: you\nDue: ${dueOn}`,
    ...(evidence.length > 0 ? [evidence.map((says) => `- ${says}`).join('\n')] : []),
    `Evidence and history: ${link}`,
  ].join('\n\n');

const sayFirst = ({ firstStep, steps }: Alert['play']) =>
  steps ? steps.map(({ says, dueOn }) => `By ${dueOn}: ${says}`).join('\n') : `First step: ${firstStep}`;

const colours = { urgent: '#a3261b', warning: '#8a5a00', 'good-news': '#1b6b3a' } as const;
const font = "font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function Page({ alert, link, simulated }: { alert: Alert; link: string; simulated: boolean }) {
  const row = (name: string, value: string) => (
    <tr>
      <td style="padding:4px 16px 4px 0;color:#59636e;vertical-align:top;white-space:nowrap">{name}</td>
      <td style="padding:4px 0">{value}</td>
    </tr>
  );
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>{alert.cause.says}</title>
      </head>
      <body style="margin:0;padding:24px 12px;background:#f3f4f6">
        <table
          role="presentation"
          cellpadding="0"
          cellspacing="0"
          align="center"
          style={`max-width:560px;width:100%;background:#ffffff;color:#1c2128;border-top:4px solid ${colours[alert.severity]};${font}`}
        >
          <tr>
            <td style="padding:24px">
              {simulated && (
                <p style="margin:0 0 12px;color:#59636e;font-size:13px">Simulated data, not a real client event</p>
              )}
              <h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">{alert.cause.says}</h1>
              <table role="presentation" cellpadding="0" cellspacing="0" style={font}>
                {row('Play', alert.play.name)}
                {alert.play.steps?.map(({ says, dueOn }) => row(`By ${dueOn}`, says)) ??
                  row('First step', alert.play.firstStep)}
                {row('Owner', 'You')}
                {row('Due', alert.dueOn)}
              </table>
              {alert.evidence.length > 0 && (
                <ul style="margin:16px 0 0;padding:0 0 0 20px;color:#59636e;font-size:14px">
                  {alert.evidence.map((says) => (
                    <li>{says}</li>
                  ))}
                </ul>
              )}
              <p style="margin:20px 0 0">
                <a href={link} style="color:#0b57d0">
                  Evidence and history
                </a>
              </p>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}
