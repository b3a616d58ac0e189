import type { Received } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import { MeetingArranged } from '#events/meeting-arranged.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { arbitrate } from '#shared/domain/cadence/arbitrate.ts';
import { AppError } from '#shared/domain/errors.ts';
import { afterDispatch } from '#shared/domain/mail/ledger.ts';
import { recipientSecret } from '#shared/ports/secrets.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { carryOut } from './carry-out.ts';
import { loadOffice } from './load-office.ts';
import { mailingOf } from './mailing-of.ts';

export const dispatchMail = defineEventFunction({
  name: 'dispatch-mail',
  purpose:
    'Lets the arbiter decide which waiting messages go out now, writes them from facts, checks every figure, and queues them.',
  // What waited for the link of its meeting can go once that is there.
  on: [MailDispatchDue, MeetingArranged],
  needs: ['table:write', 'personal-data:open', 'mail:queue', 'secrets:read'],
  partitions: ['CLIENT#', 'CLIENTS', 'PEERS#', 'MAIL#', 'SENDING', 'EVENT#'],
  secrets: [recipientSecret],
  coalesce: ({ detail: { clientId } }) => clientId,
  run: (deps, event) => retryOnConflict(() => dispatch(deps, event)),
});

type Due = typeof MailDispatchDue | typeof MeetingArranged;
type Dispatching = Deps<'table:write' | 'mail:queue' | 'secrets:read'>;

/** All that is decided about one office is one commit, guarded by its ledger: no two runs can spend the same place. */
async function dispatch(deps: Dispatching, { detail: { clientId } }: Received<Due>): Promise<void> {
  const { table, clock, log, settings, secrets } = deps;
  const [ledger, { sendingSwitch }] = await Promise.all([mailLedgers.get(table, clientId), sendingSwitches.get(table)]);
  if (ledger.ledger.waiting.length === 0) return;
  const [office, stored, [secret]] = await Promise.all([
    loadOffice(table, clientId, clock.now()),
    messages.getAll(table, clientId, ledger.ledger.waiting),
    secrets.active(recipientSecret),
  ]);
  if (!office || secret === undefined) throw new AppError('client.not-found', { clientId });

  const waiting = stored.flatMap(({ message, version }) =>
    message.status === 'waiting' ? [{ message, version }] : [],
  );
  const decisions = arbitrate(
    mailingOf(
      office,
      ledger.ledger,
      waiting.map(({ message }) => message),
      sendingSwitch,
    ),
  );
  const done = await carryOut(decisions, { office, waiting, table, settings, secret });
  const gone = ledger.ledger.waiting.filter((id) => !waiting.some(({ message }) => message.messageId === id));
  const after = afterDispatch(ledger.ledger, {
    mails: done.mails,
    settled: new Set([...done.settled, ...gone]),
    lookAgainAt: done.lookAgainAt,
    now: office.now,
  });
  await table.commit([...done.changes, mailLedgers.move(ledger, after)]);
  log.info('mail dispatched', { clientId, queued: done.mails.length, waiting: after.waiting.length });
}
