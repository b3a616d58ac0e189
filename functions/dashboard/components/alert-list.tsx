import { type Alert, type Play, timesReopened } from '#shared/domain/alerts/alert.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { daysBetween, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { count, dateAndTime, distance, shortDate } from '../words.ts';
import { ClientLink } from './client-link.tsx';
import { Severity } from './marks.tsx';

interface Props {
  /** `client` is given where the list spans clients, and then `more`: how many other alerts it has. */
  readonly entries: readonly { readonly alert: Alert; readonly client?: Client | undefined; readonly more?: number }[];
  readonly today: IsoDate;
}

/** Alerts with what a person needs to act: cause, play, first step, owner, due date. */
export function AlertList({ entries, today }: Props) {
  return (
    <ol class="alerts">
      {entries.map(({ alert, client, more = 0 }) => (
        <li class={alert.status}>
          <p class="facts">
            <Severity severity={alert.severity} />
            {client && (
              <span>
                <ClientLink client={client} />
              </span>
            )}
            <Due alert={alert} today={today} />
          </p>
          <p class="says">{alert.cause.says}</p>
          <Steps play={alert.play} today={today} />
          <Evidence alert={alert} />
          <p class="quiet">
            Owner: {alert.owner}. Raised {dateAndTime(alert.raisedAt)}
            {timesReopened(alert) > 0 && `, reopened ${count(timesReopened(alert), 'time')}`}
            {alert.closedBecause && `. Closed: ${alert.closedBecause}`}
            {alert.outcome && ` Outcome: ${alert.outcome}.`}
          </p>
          {more > 0 && (
            <p>
              <a href={`/clients/${alert.clientId}#alerts`}>And {count(more, 'more alert')} of this client</a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Steps({ play: { name, firstStep, steps }, today }: { play: Play; today: IsoDate }) {
  if (!steps) {
    return (
      <p>
        <b>{name}.</b> {firstStep}
      </p>
    );
  }
  return (
    <>
      <p>
        <b>{name}</b>
      </p>
      <ol class="steps">
        {steps.map(({ says, dueOn }) => (
          <li>
            <time datetime={dueOn} class={dueOn < today ? 'overdue' : undefined}>
              {shortDate(dueOn)}
            </time>{' '}
            {says}
          </li>
        ))}
      </ol>
    </>
  );
}

function Evidence({ alert: { evidence } }: { alert: Alert }) {
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary>Evidence</summary>
      <ul class="plain">
        {evidence.map((says) => (
          <li>{says}</li>
        ))}
      </ul>
    </details>
  );
}

function Due({ alert: { status, dueOn }, today }: { alert: Alert; today: IsoDate }) {
  if (status === 'closed') return <span>Closed; was due {shortDate(dueOn)}</span>;
  const days = daysBetween(today, dueOn);
  return (
    <span class={days < 0 ? 'overdue' : undefined}>
      {days < 0 ? 'Overdue: was due' : 'Due'} {shortDate(dueOn)}, {distance(days)}
    </span>
  );
}
