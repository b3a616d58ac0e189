import { AlertRaised } from '#events/alert-raised.ts';
import { eventOf } from '#events/define-event.ts';
import { MailQueued } from '#events/mail-queued.ts';
import type { MailSettings } from '#functions/define-function.ts';
import type { AlertChange } from '#shared/domain/alerts/decide-alerts.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import type { Change } from '#shared/ports/table.ts';
import { alerts, type StoredAlert } from '#shared/store/alert.ts';
import { announce } from '#shared/store/announcement.ts';
import { mails } from '#shared/store/mail.ts';
import { operatorMail } from './operator-mail.tsx';

/** What to store for decided changes of alerts: the alerts, news of those that are open, and a mail to the operator about each
 * that is to be told. */
export const alertChanges = (
  decided: readonly AlertChange<StoredAlert>[],
  client: Client,
  settings: MailSettings,
  now: Instant,
): Change[] =>
  decided.flatMap(({ alert, replaces, tell }) => {
    const stored = replaces ? alerts.replace(replaces, alert) : alerts.raise(alert);
    if (alert.status === 'closed') return [stored];
    const { clientId, alertId, severity, history } = alert;
    const raised = announce(
      eventOf(AlertRaised, `alert:${clientId}:${alertId}:${history.length}`, now, { clientId, alertId, severity }),
    );
    if (!tell) return [stored, raised];
    const mail = operatorMail(alert, client, settings, now);
    return [
      stored,
      raised,
      mails.queue(mail),
      announce(eventOf(MailQueued, `queued:${mail.mailId}`, now, { mailId: mail.mailId })),
    ];
  });

/** A client's alerts once the changes are stored. */
export const afterwards = (known: readonly StoredAlert[], decided: readonly AlertChange<StoredAlert>[]) => [
  ...known.filter((alert) => !decided.some(({ replaces }) => replaces === alert)),
  ...decided.map(({ alert }) => alert),
];
