import { eventOf } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import type { Deps } from '#functions/define-function.ts';
import { everyClient } from '#shared/domain/audit/entry.ts';
import { pause, rearm, resume, type SendingSwitch } from '#shared/domain/mail/sending-switch.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import type { Change } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { messages } from '#shared/store/message.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';

const acts = {
  pause,
  /** Resuming says that the operator has looked into whatever tripped the kill switch. */
  resume: (of: SendingSwitch, now: Date) => (of.tripped ? rearm(resume(of), now) : resume(of)),
} as const;

/** Throws the one switch for all mail to clients; throwing it twice is throwing it once. */
export const actOnAll =
  (act: keyof typeof acts) =>
  async ({ table, clock }: Deps<'table:write'>): Promise<string> => {
    await retryOnConflict(async () => {
      const stored = await sendingSwitches.get(table);
      const now = clock.now();
      const audit = { scope: everyClient, at: instantOf(now), by: 'operator', act: `mail.${act}d` } as const;
      await table.commit([
        sendingSwitches.move(stored, acts[act](stored.sendingSwitch, now)),
        ...(await auditTrail.record(table, audit)),
      ]);
      if (act === 'resume') await lookAgain({ table }, now, stored.version ?? 0);
    });
    return '/calendar';
  };

const changesAtOnce = 90;

/** What the switch held waits for nothing else; the arbiter looks at each office once. */
async function lookAgain({ table }: Pick<Deps<'table:write'>, 'table'>, moment: Date, throwing: number): Promise<void> {
  const now = instantOf(moment);
  const waiting = new Set((await messages.waiting(table)).map(({ clientId }) => clientId));
  const due: Change[] = [...waiting].map((clientId) =>
    announce(eventOf(MailDispatchDue, `resumed:${throwing}:${clientId}`, now, { clientId })),
  );
  for (let at = 0; at < due.length; at += changesAtOnce) await table.commit(due.slice(at, at + changesAtOnce));
}
