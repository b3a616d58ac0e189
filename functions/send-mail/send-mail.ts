import type { Received } from '#events/define-event.ts';
import { MailQueued } from '#events/mail-queued.ts';
import { type Deps, defineEventFunction } from '#functions/define-function.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import { lastWord } from '#shared/domain/mail/may-send.ts';
import type { Suppression } from '#shared/domain/mail/preferences.ts';
import { nextStep, uncertain, withheld } from '#shared/domain/mail/sending.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { consents } from '#shared/store/consent.ts';
import { erasedAddresses } from '#shared/store/erased-address.ts';
import { mails } from '#shared/store/mail.ts';
import { erasedAddress } from '#shared/store/personal-data.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { sendUnderLease } from './send-under-lease.ts';

/** Few workers, because each keeps to its share of the service's rate; small batches, because each mail waits its turn. */
export const sendingQueue = { workers: 2, batch: 5 } as const;

export const sendMail = defineEventFunction({
  name: 'send-mail',
  purpose: 'Sends a queued mail once: under a lease, and never again when it is not certain that it was not sent.',
  on: [MailQueued],
  needs: ['table:write', 'personal-data:open', 'pseudonyms:make', 'mail:send'],
  partitions: ['AUDIT#', 'MAIL#', 'SENDING', 'CLIENT#', 'ERASED-ADDRESS#', 'EVENT#'],
  queue: sendingQueue,
  run: send,
});

type Sending = Deps<'table:write' | 'personal-data:open' | 'pseudonyms:make' | 'mail:send'>;

/** Being asked twice is harmless: whoever comes second finds the mail leased or settled. */
async function send(deps: Sending, { detail: { mailId } }: Received<typeof MailQueued>): Promise<void> {
  const { table, clock, log } = deps;
  const [stored, { sendingSwitch }] = await Promise.all([mails.get(table, mailId), sendingSwitches.get(table)]);
  if (!stored) throw new AppError('mail.unknown', { mailId });
  const { mail } = stored;

  if (mail.status === 'sending' && nextStep(mail, clock.wall()) === 'give-up') {
    log.error('mail may or may not have been sent; its reports or the operator decide', {
      mailId,
      measured: { values: { Mails: 1 }, by: 'unknown' },
    });
    return table.commit([mails.move(stored, uncertain(mail, clock.now()))]);
  }
  // Settled, or under way: should that attempt never end, take-up-mail brings the mail back.
  if (mail.status !== 'pending') return;

  const suppression = await suppressionOf(mail, deps);
  const last = lastWord(mail, { sendingSwitch, suppression, now: clock.now(), wall: clock.wall() });
  switch (last.go) {
    case 'now':
      return sendUnderLease(deps, stored, mail);
    case 'when-switched-on':
      return table.commit([mails.hold(stored, mail, instantOf(clock.wall()))]);
    case 'later':
      return table.commit([mails.wait(stored, mail, last.at)]);
    case 'never':
      log.warn('mail withheld', { mailId, reason: last.reason, measured: { values: { Mails: 1 }, by: 'withheld' } });
      return table.commit([mails.move(stored, withheld(mail, instantOf(clock.now()), last.reason))]);
  }
}

/** Somebody who was erased is not written to again, even when another system names the address anew. */
async function suppressionOf(
  { about, contactId, to, queuedAt }: Mail,
  deps: Sending,
): Promise<Suppression | undefined> {
  if (!about || !contactId) return undefined;
  const { table, pseudonyms } = deps;
  const [{ suppression }, erased] = await Promise.all([
    consents.get(table, about, contactId),
    erasedAddresses.has(table, pseudonyms, to),
  ]);
  return erased || to === erasedAddress ? { because: 'erased', at: queuedAt } : suppression;
}
