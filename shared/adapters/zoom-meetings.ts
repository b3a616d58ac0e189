import * as z from 'zod';
import type { Clock } from '#shared/ports/clock.ts';
import type { MeetingRequest, Meetings } from '#shared/ports/meetings.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { type ZoomAddresses, zoomApi } from './zoom-api.ts';

interface Options {
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Elsewhere only in tests. */
  readonly addresses?: ZoomAddresses;
  /** How long to wait for one answer. */
  readonly timeoutMs?: number;
}

/** A scheduled meeting, in Zoom's words. */
const scheduled = 2;
/** Three thousand meetings: thirty years of them for a hundred clients would still be found. */
const mostPages = 10;

const Listed = z.object({
  id: z.union([z.int(), z.string().regex(/^\d+$/)]),
  agenda: z.string().optional(),
  start_time: z.string().optional(),
  duration: z.number().optional(),
  join_url: z.url({ protocol: /^https$/ }),
});
const Page = z.object({ meetings: z.array(z.json()), next_page_token: z.string().optional() });
const Created = Listed.pick({ join_url: true });

/**
 * Meetings at Zoom, of the user whose server-to-server app it is. Zoom has no idempotency key, and an answer may be lost
 * after the meeting was made, so ours carry their identity in the first line of the agenda, and it is looked for before
 * any is created: one more request a meeting, and nobody has to know whether an earlier attempt got through. Two attempts
 * at the same moment could still make two; the caller's lease prevents that. No person is named, and none is invited by Zoom.
 */
export function zoomMeetings({ secrets, clock, addresses, timeoutMs }: Options): Meetings {
  const ask = zoomApi({ secrets, clock, addresses, timeoutMs });

  async function find(reference: string): Promise<z.infer<typeof Listed> | undefined> {
    let token = '';
    for (let page = 0; page < mostPages; page++) {
      const query = new URLSearchParams({ type: 'scheduled', page_size: '300', next_page_token: token });
      const answer = Page.parse(await ask('GET', `/users/me/meetings?${query}`));
      // The rest of the list is the operator's own and may look like anything.
      const ours = answer.meetings.find((each) => Agenda.safeParse(each).data?.agenda.split('\n', 1)[0] === reference);
      if (ours !== undefined) return Listed.parse(ours);
      token = answer.next_page_token ?? '';
      if (token === '') return undefined;
    }
    return undefined;
  }

  return {
    async arrange(meeting) {
      const reference = `Reference: ${meeting.clientId}/${meeting.meetingId}`;
      const body = { ...timeOf(meeting), ...about(meeting, reference) };
      const known = await find(reference);
      if (!known) return { link: Created.parse(await ask('POST', '/users/me/meetings', body)).join_url };
      const moved = Date.parse(known.start_time ?? '') !== Date.parse(meeting.startsAt);
      if (moved || known.duration !== meeting.minutes) await ask('PATCH', `/meetings/${known.id}`, body);
      return { link: known.join_url };
    },
  };
}

const Agenda = z.object({ agenda: z.string() });

/** In UTC; the zone only says on which clock Zoom shows it. */
const timeOf = ({ startsAt, minutes, timeZone }: MeetingRequest) => ({
  start_time: startsAt.replace(/\.\d{3}Z$/, 'Z'),
  duration: minutes,
  timezone: timeZone,
});

/** Zoom takes 200 characters of topic. Strangers who guess a number wait outside until the operator lets them in. */
const about = ({ topic }: MeetingRequest, reference: string) => ({
  type: scheduled,
  topic: topic.slice(0, 200).toWellFormed(),
  agenda: reference,
  settings: { waiting_room: true, join_before_host: false, use_pmi: false },
});
