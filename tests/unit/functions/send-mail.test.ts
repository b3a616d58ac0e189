import { beforeEach, describe, expect, it } from 'vitest';
import { sendMail } from '#functions/send-mail/send-mail.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import type { Mailer, OutgoingMail } from '#shared/ports/mailer.ts';
import type { Table } from '#shared/ports/table.ts';
import { mails } from '#shared/store/mail.ts';
import { type World, world } from '#tests/fixtures/world.ts';

const start = new Date('2026-11-20T15:00:00Z');
const mailId = 'alert--1';

describe('send-mail', () => {
  let here: World;
  let delivered: OutgoingMail[];
  beforeEach(async () => {
    here = await world({ now: start, clients: [] });
    delivered = [];
    const letter = {
      kind: 'operator-alert',
      to: 'operator@heliix.example',
      subject: 'S',
      text: 'T',
      html: 'H',
    } as const;
    const mail: Mail = { mailId, ...letter, queuedAt: here.instant, status: 'pending' };
    await here.table.commit([mails.queue(mail)]);
  });

  const works: Mailer = { send: async (mail) => ({ messageId: `m-${delivered.push(mail)}` }) };
  const attempt = (mailer: Mailer = works, table: Table = here.table) =>
    sendMail.run(
      { ...here, table, mailer },
      { id: 'e', detailType: 'mail.queued', time: here.instant, detail: { mailId } },
    );
  const status = async () => (await mails.get(here.table, mailId))?.mail.status;

  it('sends a mail and remembers the id the service gave it', async () => {
    await attempt();
    expect(delivered).toMatchObject([{ sendId: mailId, to: 'operator@heliix.example' }]);
    expect((await mails.get(here.table, mailId))?.mail).toMatchObject({ status: 'sent', messageId: 'm-1' });
  });

  it('sends it once however often, and however simultaneously, it is asked to', async () => {
    await Promise.allSettled([attempt(), attempt(), attempt()]);
    await attempt();
    expect(delivered).toHaveLength(1);
  });

  it.each(['mail.refused', 'mail.throttled'] as const)(
    'tries again after %s, which means that nothing was sent',
    async (code) => {
      const refuses: Mailer = { send: async () => Promise.reject(new AppError(code)) };
      await expect(attempt(refuses)).rejects.toThrow(AppError);
      expect(await status()).toBe('pending');
      await attempt();
      expect(delivered).toHaveLength(1);
    },
  );

  it('never sends again after an answer that got lost: it waits for the lease, then calls the mail unknown', async () => {
    const losesAnswer: Mailer = {
      send: async (mail) => {
        delivered.push(mail);
        throw new Error('socket hang up');
      },
    };
    await expect(attempt(losesAnswer)).rejects.toThrow('socket hang up');
    await expect(attempt()).rejects.toThrow('not ended yet');
    here.advance(61_000);
    await attempt();
    expect(await status()).toBe('unknown');
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
    here.advance(61_000);
    await attempt();
    expect(delivered).toHaveLength(1);
    expect(await status()).toBe('unknown');
  });
});
