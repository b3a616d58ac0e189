import { eventOf } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import { MailPlanningDue } from '#events/mail-planning-due.ts';
import { type Deps, defineScheduledFunction } from '#functions/define-function.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { emptyLedger, type MailLedger } from '#shared/domain/mail/ledger.ts';
import { planningDue } from '#shared/domain/mail/planning-time.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import { clients } from '#shared/store/client.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';

export const scheduleMail = defineScheduledFunction({
  name: 'schedule-mail',
  purpose:
    'Each quarter of an hour asks for the mail of those offices whose day began or whose messages have waited long enough.',
  every: { minutes: 15 },
  needs: ['table:read', 'bus:publish'],
  partitions: ['CLIENT#', 'CLIENTS'],
  run: askForMail,
});

const clientsAtOnce = 50;

/** Fans out: one event a client, so that one bad client never stops the others. */
async function askForMail({ table, bus, clock, log }: Deps<'table:read' | 'bus:publish'>): Promise<void> {
  const now = instantOf(clock.now());
  let asked = 0;
  for await (const some of inGroups(clients.all(table))) {
    const ledgers = await mailLedgers.of(
      table,
      some.map(({ clientId }) => clientId),
    );
    const due = some.flatMap((client) =>
      dueOf(client, ledgers.get(client.clientId) ?? emptyLedger(client.clientId), now),
    );
    if (due.length > 0) await bus.publish(due);
    asked += due.length;
  }
  if (asked > 0) log.info('mail asked for', { events: asked });
}

function dueOf({ clientId, status, timeZone }: Client, ledger: MailLedger, now: Instant): Announcement[] {
  const planOn = status === 'active' ? planningDue(timeZone, ledger.plannedOn, now) : undefined;
  const waits = ledger.lookAgainAt !== undefined && ledger.lookAgainAt <= now;
  return [
    ...(planOn ? [eventOf(MailPlanningDue, `planning:${planOn}:${clientId}`, now, { clientId })] : []),
    ...(waits ? [eventOf(MailDispatchDue, `dispatch:${now}:${clientId}`, now, { clientId })] : []),
  ];
}

async function* inGroups(all: AsyncIterable<Client>): AsyncGenerator<Client[]> {
  let group: Client[] = [];
  for await (const client of all) {
    group.push(client);
    if (group.length < clientsAtOnce) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
