import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { eventOf } from '#events/define-event.ts';
import { MailQueued } from '#events/mail-queued.ts';
import type { PendingMail } from '#shared/domain/mail/mail.ts';
import { pause, resume, type SendingSwitch } from '#shared/domain/mail/sending-switch.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { instantOf } from '#shared/domain/values/iso-date.ts';
import { announce } from '#shared/store/announcement.ts';
import { consents } from '#shared/store/consent.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { mails } from '#shared/store/mail.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { alert, review } from '../unit/mail/letters.ts';
import { aClient, type World, world } from './world.ts';

let opened: World | undefined;
afterEach(() => opened?.close());

async function open() {
  const at = world();
  opened = at;
  const clientId = await aClient(at);
  const now = () => instantOf(at.clock.now());
  return {
    at,
    clientId,
    async queue(mailId: string, change: Partial<PendingMail> = {}) {
      const mail = review(now(), { mailId, about: clientId, ...change });
      await at.table.commit([mails.queue(mail), announce(eventOf(MailQueued, `queued:${mailId}`, now(), { mailId }))]);
      await at.drain();
    },
    /** What SES says of a mail, as the sample has it. */
    async report(detailType: string, mailId: string) {
      const detail = JSON.parse(readFileSync(`events/samples/${detailType}.json`, 'utf8'));
      detail.mail.tags['send-id'] = [mailId];
      await at.bus.publish([{ id: `${detailType}-${mailId}`, detailType, source: 'aws.ses', time: now(), detail }]);
      await at.drain();
    },
    async turnSwitch(by: (of: SendingSwitch) => SendingSwitch) {
      const before = await sendingSwitches.get(at.table);
      await at.table.commit([sendingSwitches.move(before, by(before.sendingSwitch))]);
    },
    /** Lets five minutes pass, after which what waits is taken up. */
    async fiveMinutesLater() {
      at.advance(5 * 60_000);
      await at.wakeDue();
      await at.drain();
    },
    status: async (mailId: string) => (await mails.get(at.table, mailId))?.mail.status,
  };
}

describe('the life of a mail', () => {
  it('ends with its delivery', async () => {
    const { queue, report, status } = await open();
    await queue('first');
    expect(await status('first')).toBe('sent');
    await report('Email Delivered', 'first');
    expect(await status('first')).toBe('delivered');
  });

  it('ends for the recipient, not for others, with a bounce: the next mail is withheld', async () => {
    const { at, clientId, queue, report, status } = await open();
    await queue('first');
    await report('Email Bounced', 'first');
    const suppressed = await consents.get(at.table, clientId, ContactId.parse('commissioner'));
    expect(suppressed.suppression).toMatchObject({ because: 'hard-bounce', mailId: 'first' });
    await queue('second');
    await queue('to-another', { contactId: ContactId.parse('scheduling-associate') });
    expect([await status('second'), await status('to-another')]).toEqual(['withheld', 'sent']);
    expect(await deadLetters.newest(at.table, 10)).toEqual([]);
  });

  it('waits while the operator pauses all mail, and goes on afterwards; his own mail goes at once', async () => {
    const { at, queue, status, turnSwitch, fiveMinutesLater } = await open();
    await turnSwitch((of) => pause(of, at.clock.wall()));
    await queue('held');
    const { to, kind } = alert(instantOf(at.clock.now()));
    await queue('to-the-operator', { to, kind });
    await fiveMinutesLater();
    expect([await status('held'), await status('to-the-operator')]).toEqual(['pending', 'sent']);
    await turnSwitch(resume);
    await fiveMinutesLater();
    expect(await status('held')).toBe('sent');
  });
});
