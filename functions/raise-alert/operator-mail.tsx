import type { PropsWithChildren } from 'hono/jsx';
import type { MailSettings } from '#functions/define-function.ts';
import type { Alert } from '#shared/domain/alerts/alert.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { sayDate } from '#shared/domain/health/wording.ts';
import type { PendingMail } from '#shared/domain/mail/mail.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import { Notice, NoticeLink } from '#shared/letters/html/notice.tsx';
import { light } from '#shared/letters/palette.ts';

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
  severity === 'good-news' ? `${name}: good news` : `${name}: ${play.name.toLowerCase()} due ${sayDate(dueOn)}`;

const textOf = ({ cause, play, dueOn, evidence }: Alert, link: string, label: string) =>
  [
    `${label}${cause.says}`,
    `Suggested play: ${play.name}\n${sayFirst(play)}\nOwner: you\nDue: ${sayDate(dueOn)}`,
    ...(evidence.length > 0 ? [evidence.map((says) => `- ${says}`).join('\n')] : []),
    `Evidence and history: ${link}`,
  ].join('\n\n');

const sayFirst = ({ firstStep, steps }: Alert['play']) =>
  steps ? steps.map(({ says, dueOn }) => `By ${sayDate(dueOn)}: ${says}`).join('\n') : `First step: ${firstStep}`;

/** The upper edge says how grave it is; the words say it too. */
const edges = { urgent: '#c0392b', warning: '#c77700', 'good-news': '#2e8b57' } as const;

function Page({ alert, link, simulated }: { alert: Alert; link: string; simulated: boolean }) {
  return (
    <Notice title={alert.cause.says} edge={edges[alert.severity]} simulated={simulated}>
      <table role="presentation" cellpadding="0" cellspacing="0" style="font-size:16px;line-height:1.5">
        <Row name="Play">{alert.play.name}</Row>
        {alert.play.steps?.map(({ says, dueOn }) => <Row name={`By ${sayDate(dueOn)}`}>{says}</Row>) ?? (
          <Row name="First step">{alert.play.firstStep}</Row>
        )}
        <Row name="Owner">You</Row>
        <Row name="Due">{sayDate(alert.dueOn)}</Row>
      </table>
      {alert.evidence.length > 0 && (
        <ul class="muted" style={`margin:16px 0 0;padding:0 0 0 20px;color:${light.muted};font-size:14px`}>
          {alert.evidence.map((says) => (
            <li>{says}</li>
          ))}
        </ul>
      )}
      <NoticeLink href={link}>Evidence and history</NoticeLink>
    </Notice>
  );
}

const Row = ({ name, children }: PropsWithChildren<{ name: string }>) => (
  <tr>
    <td class="muted" style={`padding:4px 16px 4px 0;color:${light.muted};vertical-align:top;white-space:nowrap`}>
      {name}
    </td>
    <td class="ink" style={`padding:4px 0;color:${light.ink}`}>
      {children}
    </td>
  </tr>
);
