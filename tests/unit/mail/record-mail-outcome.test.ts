import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fromEnvelope } from '#events/envelope.ts';
import { recordMailOutcome } from '#functions/record-mail-outcome/record-mail-outcome.ts';
import { leased, uncertain } from '#shared/domain/mail/sending.ts';
import { rearm } from '#shared/domain/mail/sending-switch.ts';
import { handleEvents } from '#shared/runtime/handle-events.ts';
import { consents } from '#shared/store/consent.ts';
import { mails } from '#shared/store/mail.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { type World, world } from '#tests/fixtures/world.ts';
import { american, commissioner, review } from './letters.ts';

const start = new Date('2026-11-20T15:00:30Z');
type Report = 'Email Sent' | 'Email Delivered' | 'Email Bounced' | 'Email Complaint Received' | 'Email Rejected';

describe('record-mail-outcome', () => {
  let here: World;
  const { mailId } = review(start.toISOString() as never);
  beforeEach(async () => {
    here = await world({ now: start, clients: [american] });
    await sendingMail(mailId);
  });

  /** A mail that was leased to be sent and of which nothing more is known. */
  async function sendingMail(id: string): Promise<void> {
    const mail = review(here.instant, { mailId: id });
    await here.table.commit([mails.queue(mail)]);
    await here.table.commit([mails.move({ version: undefined, mail, waits: 0 }, leased(mail, start))]);
  }

  /** A report as EventBridge brings it: the shipped sample, about this mail. */
  async function report(kind: Report, { of = mailId, messageId = 'm-1', bounceType = 'Permanent' } = {}) {
    const detail = JSON.parse(readFileSync(`events/samples/${kind}.json`, 'utf8'));
    detail.mail = { ...detail.mail, messageId, tags: { ...detail.mail.tags, 'send-id': [of] } };
    if (detail.bounce) detail.bounce.bounceType = bounceType;
    const delivered = {
      version: '0',
      id: '12345678-1234-1234-1234-123456789012',
      'detail-type': kind,
      source: 'aws.ses',
      account: '123456789012',
      time: '2026-11-20T15:00:05Z',
      region: 'us-east-1',
      resources: ['arn:aws:ses:us-east-1:123456789012:configuration-set/HeliixCsm-dev'],
      detail,
    };
    const [failed] = await handleEvents(recordMailOutcome, here, [fromEnvelope(delivered)]);
    if (failed) throw failed.error;
  }
  const mail = async (id = mailId) => (await mails.get(here.table, id))?.mail;
  const consent = () => consents.get(here.table, american.clientId, commissioner);
  const stop = async () => (await sendingSwitches.get(here.table)).sendingSwitch.tripped;
  const alerts = async () =>
    (await mails.newest(here.table, 300)).mails.filter(({ kind }) => kind === 'operator-alert');

  it.each([
    ['Email Sent', { status: 'sent', sentAt: '2026-11-20T15:00:02.012Z', messageId: 'm-1' }],
    ['Email Delivered', { status: 'delivered', at: '2026-11-20T15:00:03.447Z' }],
    ['Email Bounced', { status: 'bounced', permanent: true, at: '2026-11-20T15:00:04.112Z' }],
    ['Email Complaint Received', { status: 'complained', at: '2026-11-20T16:12:40.000Z' }],
    ['Email Rejected', { status: 'rejected', reason: 'Bad content' }],
  ] as const)('understands what SES says with "%s"', async (kind, fate) => {
    await report(kind);
    expect(await mail()).toMatchObject(fate);
  });

  it('settles a mail of which nobody knew whether it was sent', async () => {
    const stored = await mails.get(here.table, mailId);
    if (stored?.mail.status !== 'sending') throw new Error('expected a mail under way');
    await here.table.commit([mails.move(stored, uncertain(stored.mail, start))]);
    expect(await mails.uncertain(here.table, 10)).toHaveLength(1);
    await report('Email Sent');
    expect(await mail()).toMatchObject({ status: 'sent', messageId: 'm-1' });
    expect(await mails.uncertain(here.table, 10)).toEqual([]);
  });

  it.each([
    ['Email Bounced', 'hard-bounce'],
    ['Email Complaint Received', 'complaint'],
  ] as const)('suppresses the recipient on "%s" in the same commit, and names the mail', async (kind, because) => {
    await report('Email Delivered');
    expect((await consent()).suppression).toBeUndefined();
    await report(kind);
    expect((await consent()).suppression).toEqual({ because, at: here.instant, mailId });
  });

  it('suppresses nobody for a bounce that may pass', async () => {
    await report('Email Bounced', { bounceType: 'Transient' });
    expect(await mail()).toMatchObject({ status: 'bounced', permanent: false });
    expect((await consent()).suppression).toBeUndefined();
  });

  it('keeps the first reason for which a person is suppressed, and the person’s preferences', async () => {
    const before = await consent();
    const suppression = { because: 'unsubscribed', at: here.instant } as const;
    const preferences = { ...before.preferences, numbers: 'de-DE' } as const;
    await here.table.commit([consents.move(before, { ...before, preferences, suppression })]);
    await report('Email Complaint Received');
    expect(await consent()).toMatchObject({ suppression, preferences });
  });

  it('writes nothing when a report comes again', async () => {
    await report('Email Bounced');
    const before = [await mails.get(here.table, mailId), await consent()];
    await report('Email Bounced');
    await report('Email Sent');
    expect([await mails.get(here.table, mailId), await consent()]).toEqual(before);
  });

  it('keeps what says more when reports come at once', async () => {
    await Promise.all([report('Email Complaint Received'), report('Email Sent'), report('Email Delivered')]);
    expect(await mail()).toMatchObject({ status: 'complained' });
  });

  it('is loud about a mail that is not ours', async () => {
    await expect(report('Email Sent', { of: 'nobody' })).rejects.toThrow('"mailId":"nobody"');
  });

  describe('with many mails', () => {
    const many = async (count: number, from = 0) => {
      for (let i = from; i < from + count; i++) {
        await sendingMail(`mail-${i}`);
        await report('Email Delivered', { of: `mail-${i}`, messageId: `m-${i}` });
      }
    };

    it('stops all mail to clients at 3 % bounces of 200 sends, and tells the operator once', async () => {
      await report('Email Delivered');
      await many(199);
      for (let i = 0; i < 5; i++) await report('Email Bounced', { of: `mail-${i}` });
      expect(await stop()).toBeUndefined();
      await report('Email Bounced', { of: 'mail-5' });
      expect(await stop()).toEqual({ at: here.instant, because: '6 of the last 200 mails bounced for good' });
      await report('Email Bounced', { of: 'mail-6' });
      expect(await alerts()).toMatchObject([
        { subject: 'All mail to clients has stopped', to: 'operator@heliix.example', status: 'pending' },
      ]);
      const [told] = await alerts();
      for (const part of [told?.text, told?.html]) {
        expect(part).toContain('6 of the last 200 mails bounced for good');
        expect(part).toContain('http://localhost:8787/outbox');
      }
    });

    it('does not stop at 199 sends, whatever happened to them', async () => {
      await many(199, 1);
      for (let i = 1; i < 100; i++) await report('Email Complaint Received', { of: `mail-${i}` });
      expect(await stop()).toBeUndefined();
    });

    it('counts anew after the operator let mail go again, and from the last 30 days only', async () => {
      await report('Email Delivered');
      await many(210);
      await report('Email Complaint Received', { of: 'mail-0' });
      expect(await stop()).toMatchObject({ because: expect.stringContaining('drew a complaint') });
      const before = await sendingSwitches.get(here.table);
      await here.table.commit([sendingSwitches.move(before, rearm(before.sendingSwitch, start))]);
      await report('Email Complaint Received', { of: 'mail-1' });
      expect(await stop()).toBeUndefined();
    });

    it('forgets what is older than 30 days', async () => {
      await report('Email Delivered');
      await many(210);
      here.advance(31 * 86_400_000);
      await report('Email Complaint Received', { of: 'mail-0' });
      expect(await stop()).toBeUndefined();
    });
  });
});
