import { eventOf, type Received } from '#events/define-event.ts';
import { HealthBandChanged } from '#events/health-band-changed.ts';
import { MailQueued } from '#events/mail-queued.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { alertOnBandChange } from '#shared/domain/alerts/alert-on-band-change.ts';
import { AppError } from '#shared/domain/errors.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { alerts } from '#shared/store/alert.ts';
import { announce } from '#shared/store/announcement.ts';
import { clients } from '#shared/store/client.ts';
import { mails } from '#shared/store/mail.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { operatorMail } from './operator-mail.tsx';

export const raiseAlert = defineEventFunction({
  name: 'raise-alert',
  purpose: 'Turns a change of band into one alert with owner, due date and play, and a mail to the operator.',
  on: [HealthBandChanged],
  needs: ['table:write', 'mail:queue'],
  run: (deps, event) => retryOnConflict(() => raise(deps, event)),
});

/** The alert has the event's id, so the same change never raises two. */
async function raise(
  { table, clock, settings }: Deps<'table:write' | 'mail:queue'>,
  { id, detail: { clientId, ...change } }: Received<typeof HealthBandChanged>,
): Promise<void> {
  const [client, known] = await Promise.all([clients.get(table, clientId), alerts.of(table, clientId)]);
  if (!client) throw new AppError('client.not-found', { clientId });
  if (known.some(({ alertId }) => alertId === id)) return;

  const now = instantOf(clock.now());
  const open = known.filter(({ status }) => status === 'open');
  const { raise: alert, settled } = alertOnBandChange(client, change, open, id, now);
  const closing = settled.map((done) => alerts.close(done, `The client is ${change.to} since ${change.scoredOn}.`));
  if (!alert) return table.commit(closing);

  const mail = operatorMail(alert, client, settings, now);
  await table.commit([
    ...closing,
    alerts.raise(alert),
    mails.queue(mail),
    announce(eventOf(MailQueued, `queued:${mail.mailId}`, now, { mailId: mail.mailId })),
  ]);
}
