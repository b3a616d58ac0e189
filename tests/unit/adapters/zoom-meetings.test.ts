import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zoomMeetings } from '#shared/adapters/zoom-meetings.ts';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { type Asked, zoomService } from './zoom-service.ts';

const request = {
  clientId: ClientId.parse('big-12'),
  meetingId: MeetingId.parse('monthly-review-2026-10'),
  topic: 'Big 12: success review of October 2026',
  startsAt: Instant.parse('2026-11-18T16:00:00.000Z'),
  minutes: 45,
  timeZone: 'America/Chicago',
};

describe('meetings at Zoom, over the wire', () => {
  let zoom: Awaited<ReturnType<typeof zoomService>>;
  let now = Date.parse('2026-11-02T15:00:00Z');
  const open = (...credentials: string[]) =>
    zoomMeetings({
      secrets: { active: async () => (credentials.length > 0 ? credentials : ['account:app:secret']) },
      clock: { now: () => new Date(now), wall: () => new Date(now) },
      addresses: zoom.addresses,
      timeoutMs: 500,
    });
  const count = (method: string, path: string) =>
    zoom.asked.filter((asked) => asked.method === method && asked.path === path).length;
  const once = (when: (asked: Asked) => boolean, answer: ReturnType<(typeof zoom.trouble)[number]>) => {
    let left = 1;
    zoom.trouble.push((asked) => (when(asked) && left-- > 0 ? answer : undefined));
  };
  const isCreation = ({ method, path }: Asked) => method === 'POST' && path === '/users/me/meetings';
  beforeEach(async () => {
    zoom = await zoomService();
    now = Date.parse('2026-11-02T15:00:00Z');
  });
  afterEach(() => zoom.close());

  it('are made with the office’s clock, a waiting room, and no person’s name', async () => {
    expect(await open().arrange(request)).toEqual({ link: 'https://zoom.example/j/8000000000' });
    expect(zoom.meetings).toMatchObject([
      { topic: request.topic, start_time: '2026-11-18T16:00:00Z', duration: 45, timezone: 'America/Chicago' },
    ]);
  });

  it('are made once, though the answer to the creation got lost', async () => {
    once(isCreation, 'hang-up');
    const meetings = open();
    await expect(meetings.arrange(request)).rejects.toMatchObject({ code: 'meetings.unavailable' });
    expect((await meetings.arrange(request)).link).toBe('https://zoom.example/j/8000000000');
    expect(zoom.meetings).toHaveLength(1);
  });

  it('are moved, not made anew, when their time changes, and keep their link', async () => {
    const meetings = open();
    const { link } = await meetings.arrange(request);
    expect(await meetings.arrange({ ...request, startsAt: Instant.parse('2026-11-19T17:00:00.000Z') })).toEqual({
      link,
    });
    expect(zoom.meetings.map(({ start_time }) => start_time)).toEqual(['2026-11-19T17:00:00Z']);
  });

  it('are found behind hundreds of the operator’s own', async () => {
    const meetings = open();
    const { link } = await meetings.arrange(request);
    const [ours] = zoom.meetings;
    if (!ours) throw new Error('it was just made');
    zoom.meetings.unshift(...Array.from({ length: 700 }, (_, id) => ({ ...ours, id, agenda: 'Lunch' })));
    expect(await meetings.arrange(request)).toEqual({ link });
    expect(zoom.meetings).toHaveLength(701);
  });

  it('share one token until it ends, and fetch another when Zoom forgot it', async () => {
    const meetings = open();
    await meetings.arrange(request);
    await meetings.arrange({ ...request, meetingId: MeetingId.parse('monthly-review-2026-11') });
    expect(count('POST', '/oauth/token')).toBe(1);
    now += 3_600_000;
    await meetings.arrange(request);
    expect(count('POST', '/oauth/token')).toBe(2);
    once(({ method }) => method === 'GET', { status: 401, body: { code: 124 } });
    await meetings.arrange(request);
    expect(count('POST', '/oauth/token')).toBe(3);
  });

  it('wait a second when Zoom asks for that, and leave a longer wait to the queue', async () => {
    once(isCreation, { status: 429, headers: { 'retry-after': '1' } });
    expect((await open().arrange(request)).link).toContain('zoom.example');
    zoom.meetings.length = 0;
    once(isCreation, { status: 429, headers: { 'retry-after': '3600' } });
    await expect(open().arrange(request)).rejects.toMatchObject({
      code: 'meetings.unavailable',
      details: { status: 429, retryAfterSeconds: 3600 },
    });
  });

  it('work with the older of two secrets while the newer is not known yet', async () => {
    expect((await open('account:app:next', 'account:app:secret').arrange(request)).link).toContain('zoom.example');
    await expect(open('account:app:wrong').arrange(request)).rejects.toMatchObject({ code: 'meetings.refused' });
  });

  it.each([
    ['meetings.unavailable', { status: 500 }],
    ['meetings.unavailable', 'hang-up'],
    ['meetings.refused', { status: 403, body: { code: 4711, message: 'commissioner@big-12.example' } }],
  ] as const)('say %s, and never what Zoom wrote', async (code, answer) => {
    zoom.trouble.push(({ path }) => (path === '/oauth/token' ? undefined : answer));
    const error: unknown = await open()
      .arrange(request)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect(String(error)).not.toContain('commissioner');
  });
});
