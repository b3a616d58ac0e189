import type { Received } from '#events/define-event.ts';
import { MailQueued } from '#events/mail-queued.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { AppError, isAppError } from '#shared/domain/errors.ts';
import { leased, nextStep, returned, sent, uncertain } from '#shared/domain/mail/sending.ts';
import type { StoredMail } from '#shared/store/mail.ts';
import { mails } from '#shared/store/mail.ts';

export const sendMail = defineEventFunction({
  name: 'send-mail',
  purpose: 'Sends a queued mail once: under a lease, and never again when it is not certain that it was not sent.',
  on: [MailQueued],
  needs: ['table:write', 'mail:send'],
  run: send,
});

type Sending = Deps<'table:write' | 'mail:send'>;

async function send(deps: Sending, { detail: { mailId } }: Received<typeof MailQueued>): Promise<void> {
  const { table, clock, log } = deps;
  const stored = await mails.get(table, mailId);
  if (!stored) throw new AppError('mail.unknown', { mailId });
  switch (nextStep(stored.mail, clock.wall())) {
    case 'nothing':
      return;
    case 'wait':
      throw new AppError('mail.in-progress', { mailId });
    case 'give-up':
      log.error('mail may or may not have been sent; the operator decides', { mailId });
      return table.commit([mails.move(stored, uncertain(stored.mail, clock.wall()))]);
    case 'send':
      return sendUnderLease(deps, stored);
  }
}

/** The lease is committed first: whoever loses the race, or comes after a crash, sees that an attempt was begun. */
async function sendUnderLease({ table, clock, mailer, log }: Sending, stored: StoredMail): Promise<void> {
  const { mailId, to, subject, text, html } = stored.mail;
  const taken = leased(stored.mail, clock.wall());
  await table.commit([mails.move(stored, taken)]);
  const held: StoredMail = { version: stored.version + 1, mail: taken };
  try {
    const { messageId } = await mailer.send({ sendId: mailId, to, subject, text, html });
    await table.commit([mails.move(held, sent(taken, clock.wall(), messageId))]);
    log.info('mail sent', { mailId, messageId });
  } catch (error) {
    const certainlyNotSent = isAppError(error, 'mail.refused') || isAppError(error, 'mail.throttled');
    if (certainlyNotSent) await table.commit([mails.move(held, returned(taken))]);
    throw error;
  }
}
