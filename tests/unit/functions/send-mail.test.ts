import { beforeEach, describe, expect, it } from 'vitest';
import { sendMail } from '#functions/send-mail/send-mail.ts';
import { takeUpMail } from '#functions/take-up-mail/take-up-mail.ts';
import { AppError, type ErrorCode } from '#shared/domain/errors.ts';
import type { PendingMail } from '#shared/domain/mail/mail.ts';
import { usualConsent } from '#shared/domain/mail/preferences.ts';
import { pause, rearm, resume, type SendingSwitch, trip } from '#shared/domain/mail/sending-switch.ts';
import type { Mailer, OutgoingMail } from '#shared/ports/mailer.ts';
import type { Table } from '#shared/ports/table.ts';
import { announcementOf } from '#shared/store/announcement.ts';
import { consents } from '#shared/store/consent.ts';
import { mails } from '#shared/store/mail.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { type World, world } from '#tests/fixtures/world.ts';
import { alert, american, commissioner, review } from '../mail/letters.ts';

const start = new Date('2026-11-20T15:00:00Z');
const minute = 60_000;

describe('send-mail', () => {
  let here: World;
  let delivered: OutgoingMail[];
  let mail: PendingMail;
  beforeEach(async () => {
    here = await world({ now: start, clients: [american] });
    delivered = [];
    mail = review(here.instant);
    await here.table.commit([mails.queue(mail)]);
  });

  const turn = async () => {};
  const works: Mailer = { turn, send: async (sent) => ({ messageId: `m-${delivered.push(sent)}` }) };
  const answers = (error: unknown): Mailer => ({ turn, send: () => Promise.reject(error) });
  const attempt = (mailer: Mailer = works, table: Table = here.table, { mailId } = mail) =>
    sendMail.run(
      { ...here, table, mailer },
      { id: 'e', detailType: 'mail.queued', time: here.instant, detail: { mailId } },
    );
  const stored = async () => (await mails.get(here.table, mail.mailId))?.mail;
  const status = async () => (await stored())?.status;

  /** The mails that are taken up at this time. */
  async function takenUp(): Promise<readonly string[]> {
    const announced: string[] = [];
    const table: Table = {
      ...here.table,
      async commit(changes) {
        await here.table.commit(changes);
        for (const change of changes)
          if ('put' in change) announced.push(String(Object(announcementOf(change.put).detail).mailId));
      },
    };
    await takeUpMail.run({ ...here, table });
    return announced;
  }

  /** What the operator does with the switch. */
  async function turnSwitch(by: (now: SendingSwitch) => SendingSwitch): Promise<void> {
    const before = await sendingSwitches.get(here.table);
    await here.table.commit([sendingSwitches.move(before, by(before.sendingSwitch))]);
  }

  it('is history by the business’s clock, which a simulation moves: sent no later than the next mail is queued', async () => {
    const outside = new Date('2026-11-29T09:00:00Z');
    const mailer: Mailer = { ...works, turn: async () => void here.advance(minute) };
    await sendMail.run(
      { ...here, mailer, clock: { now: here.clock.now, wall: () => outside } },
      { id: 'e', detailType: 'mail.queued', time: here.instant, detail: { mailId: mail.mailId } },
    );
    expect(await stored()).toMatchObject({ queuedAt: start.toISOString(), sentAt: '2026-11-20T15:01:00.000Z' });
  });

  it('sends a mail with its way out, and remembers the id the service gave it', async () => {
    await attempt();
    expect(delivered).toMatchObject([
      { sendId: mail.mailId, to: 'commissioner@american.example', unsubscribe: mail.unsubscribe },
    ]);
    expect(await stored()).toMatchObject({ status: 'sent', messageId: 'm-1', html: mail.html });
  });

  it('sends it once however often, and however simultaneously, it is asked to', async () => {
    await Promise.allSettled([attempt(), attempt(), attempt()]);
    await attempt();
    expect(delivered).toHaveLength(1);
  });

  it('waits for its turn before it takes the lease, so that a stop in between leaves no doubt', async () => {
    const stops: Mailer = { ...works, turn: () => Promise.reject(new Error('killed')) };
    await expect(attempt(stops)).rejects.toThrow('killed');
    expect(await status()).toBe('pending');
  });

  it('tries again after a refusal, which means that nothing was sent, and lets it be seen', async () => {
    await expect(attempt(answers(new AppError('mail.refused')))).rejects.toThrow(AppError);
    expect(await status()).toBe('pending');
    await attempt();
    expect(delivered).toHaveLength(1);
  });

  it.each(['mail.throttled', 'mail.unreachable'] as const)(
    'backs off 1, 2, 4 ... minutes after %s, and is taken up again',
    async (code: ErrorCode) => {
      for (const minutes of [1, 2, 4, 8, 16, 32, 32]) {
        await attempt(answers(new AppError(code)));
        expect(await status()).toBe('pending');
        here.advance((minutes - 1) * minute);
        expect(await takenUp()).toEqual([]);
        here.advance(minute + 1);
        expect(await takenUp()).toEqual([mail.mailId]);
        expect(await takenUp()).toEqual([]);
      }
      await attempt();
      expect(await status()).toBe('sent');
    },
  );

  it('waits until tomorrow for the daily quota, and asks no more for other mail until then', async () => {
    await attempt(answers(new AppError('mail.quota-exceeded')));
    const other = review(here.instant, { mailId: 'another' });
    await here.table.commit([mails.queue(other)]);
    await attempt(works, here.table, other);
    expect(delivered).toEqual([]);
    here.advance(24 * 60 * minute - 1);
    expect(await takenUp()).toEqual([]);
    here.advance(2);
    expect((await takenUp()).toSorted()).toEqual(['another', mail.mailId]);
    await attempt();
    expect(await status()).toBe('sent');
  });

  it('tries the operator’s own mail within the hour although the quota is exhausted', async () => {
    await attempt(answers(new AppError('mail.quota-exceeded')));
    const urgent = alert(here.instant);
    await here.table.commit([mails.queue(urgent)]);
    await attempt(answers(new AppError('mail.quota-exceeded')), here.table, urgent);
    here.advance(60 * minute + 1);
    expect(await takenUp()).toEqual([urgent.mailId]);
    await attempt(works, here.table, urgent);
    expect(delivered).toHaveLength(1);
  });

  it('never sends again after an answer that got lost: it waits for the lease, then calls the mail unknown', async () => {
    const losesAnswer: Mailer = {
      turn,
      send: async (sent) => {
        delivered.push(sent);
        throw new Error('socket hang up');
      },
    };
    await expect(attempt(losesAnswer)).rejects.toThrow('socket hang up');
    await attempt();
    expect(await status()).toBe('sending');
    here.advance(minute + 1);
    expect(await takenUp()).toEqual([mail.mailId]);
    await attempt();
    expect(await status()).toBe('unknown');
    expect(await mails.uncertain(here.table, 10)).toMatchObject([{ mailId: mail.mailId }]);
    await attempt();
    expect(delivered).toHaveLength(1);
  });

  it('never sends again after a crash between the service taking it and our note of it', async () => {
    let commits = 0;
    const dies: Table = {
      ...here.table,
      commit: async (changes) => (++commits === 2 ? Promise.reject(new Error('killed')) : here.table.commit(changes)),
    };
    await expect(attempt(works, dies)).rejects.toThrow('killed');
    here.advance(minute + 1);
    await attempt();
    expect(delivered).toHaveLength(1);
    expect(await status()).toBe('unknown');
  });

  it('withholds a mail whose recipient was suppressed after it was written', async () => {
    const consent = await consents.get(here.table, american.clientId, commissioner);
    const suppression = { because: 'unsubscribed', at: here.instant } as const;
    await here.table.commit([
      consents.move(consent, { ...usualConsent(american.clientId, commissioner), suppression }),
    ]);
    await attempt();
    expect(delivered).toEqual([]);
    expect(await stored()).toMatchObject({ status: 'withheld', reason: 'the recipient is suppressed: unsubscribed' });
  });

  describe('while mail to clients is stopped', () => {
    it.each([
      ['paused by the operator', (of: SendingSwitch) => pause(of, start), (of: SendingSwitch) => resume(of)],
      ['stopped by itself', (of: SendingSwitch) => trip(of, 'bounces', start), (of: SendingSwitch) => rearm(of, start)],
    ])('%s, holds it, and sends it afterwards', async (_, off, on) => {
      await turnSwitch(off);
      await attempt();
      here.advance(60 * minute);
      expect(await takenUp()).toEqual([]);
      expect(await status()).toBe('pending');
      await turnSwitch(on);
      expect(await takenUp()).toEqual([mail.mailId]);
      await attempt();
      expect(delivered).toHaveLength(1);
    });

    it('still reaches the operator', async () => {
      await turnSwitch((of) => trip(pause(of, start), 'bounces', start));
      const urgent = alert(here.instant);
      await here.table.commit([mails.queue(urgent)]);
      await attempt(works, here.table, urgent);
      expect(delivered).toMatchObject([{ sendId: urgent.mailId }]);
    });

    it('stays stopped by itself when the operator ends his own pause', async () => {
      await turnSwitch((of) => resume(trip(pause(of, start), 'bounces', start)));
      await attempt();
      expect(delivered).toEqual([]);
    });

    it('withholds what has become too old meanwhile, and says so', async () => {
      await turnSwitch((of) => pause(of, start));
      await attempt();
      here.advance(7 * 24 * 60 * minute + 1);
      await turnSwitch(resume);
      await attempt();
      expect(delivered).toEqual([]);
      expect(await stored()).toMatchObject({ status: 'withheld', reason: 'it waited for more than 7 days' });
    });
  });
});
