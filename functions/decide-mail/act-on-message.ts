import { eventOf } from '#events/define-event.ts';
import { MailDispatchDue } from '#events/mail-dispatch-due.ts';
import type { Deps } from '#functions/define-function.ts';
import { currentLetter } from '#functions/dispatch-mail/current-letter.ts';
import { previewMail } from '#functions/dispatch-mail/preview-mail.ts';
import type { AuditAction } from '#shared/domain/audit/entry.ts';
import { AppError } from '#shared/domain/errors.ts';
import { rewritten } from '#shared/domain/mail/edit-letter.ts';
import { afterDispatch, withWaiting } from '#shared/domain/mail/ledger.ts';
import { Letter } from '#shared/domain/mail/letter.ts';
import type { Message, WaitingMessage } from '#shared/domain/mail/message.ts';
import { approved, cancelled, edited, held } from '#shared/domain/mail/operator-acts.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import { announce } from '#shared/store/announcement.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { mailLedgers } from '#shared/store/mail-ledger.ts';
import { messages } from '#shared/store/message.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';

export type MessageAct = 'approve' | 'hold' | 'edit' | 'cancel';
type Decider = Deps<'table:write' | 'pseudonyms:make'>;

/** Changes one waiting message as the operator decided, and lets the arbiter look again. Answers where to look next. */
export async function actOnMessage(
  act: MessageAct,
  deps: Decider,
  of: { readonly clientId: ClientId; readonly messageId: string },
  form: URLSearchParams,
): Promise<string> {
  const { clientId, messageId } = of;
  await retryOnConflict(async () => {
    const { table, clock } = deps;
    const now = instantOf(clock.now());
    const [stored, ledger] = await Promise.all([
      messages.get(table, clientId, messageId),
      mailLedgers.get(table, clientId),
    ]);
    if (!stored) throw new AppError('message.not-found', { messageId });
    const { message } = stored;
    if (message.status !== 'waiting') throw new AppError('message.settled', { messageId });
    const after = await decided[act](deps, message, form, now);
    const settled = after.status !== 'waiting';
    const next = settled
      ? afterDispatch(ledger.ledger, {
          mails: [],
          settled: new Set([messageId]),
          lookAgainAt: ledger.ledger.lookAgainAt,
          now,
        })
      : withWaiting(ledger.ledger, [messageId], now);
    const due = eventOf(MailDispatchDue, `decided:${clientId}:${messageId}:${stored.version}`, now, { clientId });
    const decision = await auditOf(act, deps, message, form, now);
    await table.commit([
      messages.move(stored, after),
      mailLedgers.move(ledger, next),
      ...(await auditTrail.record(table, decision)),
      ...(settled ? [] : [announce(due)]),
    ]);
  });
  return act === 'cancel' ? '/calendar' : `/calendar/${clientId}/${encodeURIComponent(messageId)}`;
}

const auditActs = {
  approve: 'message.approved',
  hold: 'message.held',
  edit: 'message.edited',
  cancel: 'message.cancelled',
} as const;

async function auditOf(
  act: MessageAct,
  { pseudonyms }: Decider,
  { clientId, contactId, messageId }: WaitingMessage,
  form: URLSearchParams,
  at: Instant,
): Promise<AuditAction> {
  const names = auditNames(pseudonyms);
  const [person, about] = await Promise.all([names.person(clientId, contactId), names.message(clientId, messageId)]);
  const detail = {
    approve: { hash: form.get('hash') ?? '' },
    hold: { days: form.get('days') ?? '' },
    edit: {},
    cancel: {},
  };
  return { scope: clientId, at, by: 'operator', act: auditActs[act], person, about, detail: detail[act] };
}

const longestHoldDays = 60;

const decided: Readonly<
  Record<
    MessageAct,
    (deps: Decider, message: WaitingMessage, form: URLSearchParams, now: Instant) => Message | Promise<Message>
  >
> = {
  approve: (_, message, form, now) => {
    const hash = form.get('hash') ?? '';
    if (!/^[0-9a-f]{64}$/.test(hash))
      throw bad('Approve a message from its page, which says what exactly is approved.');
    return approved(message, hash, now);
  },
  hold: (_, message, form, now) => {
    const days = Number(form.get('days'));
    if (!Number.isInteger(days) || days < 1 || days > longestHoldDays)
      throw bad(`Hold a message for 1 to ${longestHoldDays} days.`);
    return held(message, instantOf(new Date(Date.parse(now) + days * 86_400_000)));
  },
  edit: async ({ table, clock }, message, form) => {
    const letter = await currentLetter(table, message, clock.now());
    const edit = Letter.safeParse(rewritten(letter, new Map(form)));
    if (!edit.success) throw bad('No passage may be empty, and the subject has at most 150 characters.');
    const after = edited(message, edit.data);
    const { mail } = await previewMail(table, after, clock.now());
    if ('missing' in mail) throw bad(`It cannot be written so: ${mail.missing.join(', ')} is not known.`);
    return after;
  },
  cancel: (_, message, form, now) =>
    cancelled(message, now, form.get('reason')?.trim().slice(0, 300) || 'by the operator'),
};

const bad = (says: string) => new AppError('message.bad-decision', { says });
