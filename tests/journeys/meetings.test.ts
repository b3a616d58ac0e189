import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveMeeting } from '#functions/arrange-meeting/move-meeting.ts';
import { planMeeting } from '#functions/arrange-meeting/plan-meeting.ts';
import { recordMeeting } from '#functions/arrange-meeting/record-meeting.ts';
import { AppError } from '#shared/domain/errors.ts';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { type ClientId, ContactId } from '#shared/domain/values/ids.ts';
import { Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Meetings } from '#shared/ports/meetings.ts';
import { actions } from '#shared/store/action.ts';
import { meetings } from '#shared/store/meeting.ts';
import { aClient, type World, world } from './world.ts';

const meetingId = MeetingId.parse('monthly-review-2026-10');
const contactIds = [ContactId.parse('commissioner')];

/** Monday 2 November 2026. */
describe('a meeting', () => {
  let here: World;
  let clientId: ClientId;
  let asked = 0;
  let answer: () => ReturnType<Meetings['arrange']>;
  beforeEach(async () => {
    asked = 0;
    answer = async () => ({ link: 'https://video.example/j/1' });
    const service: Meetings = {
      arrange: () => {
        asked++;
        return answer();
      },
    };
    here = world({ at: '2026-11-02T15:00:00.000Z', disturb: (everything) => ({ ...everything, meetings: service }) });
    clientId = await aClient(here);
  });
  afterEach(() => here.close());

  async function plan(id: ClientId = clientId) {
    const client = { clientId: id, timeZone: 'America/Chicago' };
    const about = { meetingId, purpose: 'monthly-review', contactIds, minutes: 45, blackouts: [] } as const;
    const planned = await planMeeting(here.table, { ...about, client, now: instantOf(here.clock.now()) });
    await here.table.commit(planned?.changes ?? []);
    await here.drain();
    return planned?.meeting;
  }
  const stored = async () => (await meetings.get(here.table, clientId, meetingId))?.meeting;
  const failing = (code: 'meetings.unavailable' | 'meetings.refused') => async () => {
    throw new AppError(code);
  };

  it('gets a time on the office’s own clock with five working days’ notice, and its link', async () => {
    const meeting = await plan();
    // Tuesday, 10:00 in Chicago.
    expect(meeting?.at).toBe('2026-11-10T16:00:00.000Z');
    expect(await stored()).toMatchObject({ status: 'arranged', link: 'https://video.example/j/1' });
    await plan();
    expect(asked).toBe(1);
  });

  it('never takes the time of a meeting with another client: there is one operator', async () => {
    const first = await plan();
    const other = await plan(await aClient(here, 'sec'));
    expect(other?.at).toBe('2026-11-10T17:00:00.000Z');
    expect(other?.at).not.toBe(first?.at);
    const wanted = { clientId, at: Instant.parse('2026-11-10T17:30:00.000Z') };
    await expect(moveMeeting(here.table, here.clock, wanted)).rejects.toThrow('one operator');
  });

  it('takes place in the stand-by room when the video service does not answer, however often it is asked', async () => {
    answer = failing('meetings.unavailable');
    await plan();
    expect(asked).toBe(3);
    expect(await stored()).toMatchObject({ status: 'arranged', link: expect.stringContaining('meet.heliix.example') });
  });

  it('gets another link and a higher sequence when it moves', async () => {
    await plan();
    answer = async () => ({ link: 'https://video.example/j/2' });
    await moveMeeting(here.table, here.clock, { clientId, at: Instant.parse('2026-11-12T20:00:00.000Z') });
    await here.drain();
    expect(await stored()).toMatchObject({
      at: '2026-11-12T20:00:00.000Z',
      sequence: 1,
      link: 'https://video.example/j/2',
    });
  });

  it('is recorded as held with notes and rating, and is one entry in the history however often it is recorded', async () => {
    await plan();
    const held = {
      clientId,
      outcome: 'held',
      notes: 'Travel went well.',
      rating: 9,
      nextSteps: ['Send the plan'],
    } as const;
    await expect(recordMeeting(here.table, here.clock, { ...held, meetingId })).rejects.toThrow('before it begins');
    here.advance(9 * 86_400_000);
    await recordMeeting(here.table, here.clock, held);
    await recordMeeting(here.table, here.clock, { ...held, rating: 8 });
    expect(await actions.of(here.table, clientId)).toMatchObject([
      { type: 'meeting', participants: ['commissioner'], outcome: 'held', rating: 8, nextSteps: ['Send the plan'] },
    ]);
  });

  it('gives its time back when it is cancelled', async () => {
    const before = await plan();
    await recordMeeting(here.table, here.clock, { clientId, outcome: 'cancelled' });
    expect((await plan(await aClient(here, 'sec')))?.at).toBe(before?.at);
    const wanted = { clientId, meetingId, at: Instant.parse('2026-11-12T20:00:00.000Z') };
    await expect(moveMeeting(here.table, here.clock, wanted)).rejects.toThrow('over or was cancelled');
  });
});
