import { eventOf } from '#events/define-event.ts';
import { MailQueued } from '#events/mail-queued.ts';
import { type Deps, defineScheduledFunction } from '#functions/define-function.ts';
import { isAppError } from '#shared/domain/errors.ts';
import { stopped } from '#shared/domain/mail/sending-switch.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { announce } from '#shared/store/announcement.ts';
import { type DueMail, mails } from '#shared/store/mail.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';

export const takeUpMail = defineScheduledFunction({
  name: 'take-up-mail',
  purpose:
    'Brings back mail that waited: for the mail service, for the switch, or for an attempt to send it that never ended.',
  every: { minutes: 5 },
  needs: ['table:write'],
  partitions: ['MAIL-', 'SENDING', 'EVENT#'],
  run: takeUp,
});

/** At most so many of a kind at a time; the others follow five minutes later. */
const atOnce = 500;

/** Announces each such mail again; what is to be done with it, `send-mail` decides. */
async function takeUp({ table, clock }: Deps<'table:write'>): Promise<void> {
  const now = instantOf(clock.wall());
  const { sendingSwitch } = await sendingSwitches.get(table);
  const [abandoned, due, held] = await Promise.all([
    mails.abandoned(table, now, atOnce),
    mails.due(table, now, atOnce),
    stopped(sendingSwitch) ? [] : mails.held(table, atOnce),
  ]);
  for (const mail of [...abandoned, ...due, ...held]) await announceAgain(mail);

  /** Once for each time that it waited. */
  async function announceAgain({ mailId, at }: DueMail): Promise<void> {
    const event = eventOf(MailQueued, `queued:${mailId}:${at}`, instantOf(clock.now()), { mailId });
    try {
      await table.commit([announce(event)]);
    } catch (error) {
      // Announced before and not handled yet.
      if (!isAppError(error, 'table.conflict')) throw error;
    }
  }
}
