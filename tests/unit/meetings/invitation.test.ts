import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { MeetingId } from '#shared/domain/meetings/meeting.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { Instant } from '#shared/domain/values/iso-date.ts';
import { type Invited, invitation } from '#shared/letters/invitation.ts';

const invited = (change: Partial<Invited['meeting']> = {}, topic = 'Big 12: success review'): Invited => ({
  meeting: {
    clientId: ClientId.parse('big-12'),
    meetingId: MeetingId.parse('monthly-review-2026-10'),
    at: Instant.parse('2026-11-18T16:00:00.000Z'),
    minutes: 45,
    timeZone: 'America/Chicago',
    sequence: 0,
    link: 'https://meet.heliix.example/big-12/monthly-review-2026-10',
    ...change,
  },
  topic,
  organizer: { name: 'HELiiX AI Solutions', email: 'success@heliix.example' },
  attendee: 'commissioner@big-12.example',
  now: new Date('2026-11-02T15:00:00Z'),
});

/** As a calendar reads it: with the zone that the invitation itself brings along, not with one it knows. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent');
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (!event || !zone) throw new Error('an invitation has an event and its zone');
  const start = event.getFirstPropertyValue('dtstart');
  const end = event.getFirstPropertyValue('dtend');
  if (!(start instanceof ICAL.Time) || !(end instanceof ICAL.Time)) throw new Error('the event begins and ends');
  const timezone = new ICAL.Timezone(zone);
  for (const time of [start, end]) time.zone = timezone;
  return { calendar, event, timezone, starts: start.toUnixTime(), ends: end.toUnixTime(), wall: start.toString() };
}

describe('an invitation', () => {
  it('asks one person to come, at a time on the office’s own clock', () => {
    const { calendar, event, wall } = read(invitation(invited()));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(wall).toBe('2026-11-18T10:00:00');
    expect(event.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('America/Chicago');
    expect(event.getAllProperties('attendee').map((each) => each.getFirstValue())).toEqual([
      'mailto:commissioner@big-12.example',
    ]);
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:success@heliix.example');
    expect(event.getFirstPropertyValue('location')).toBe('https://meet.heliix.example/big-12/monthly-review-2026-10');
  });

  it('replaces the one before when the meeting moves: the same UID, a higher SEQUENCE', () => {
    const [first, second] = [{}, { at: Instant.parse('2026-11-19T17:00:00.000Z'), sequence: 1 }].map(
      (change) => read(invitation(invited(change))).event,
    );
    expect(second?.getFirstPropertyValue('uid')).toBe(first?.getFirstPropertyValue('uid'));
    expect([first, second].map((event) => event?.getFirstPropertyValue('sequence'))).toEqual([0, 1]);
  });

  it('is withdrawn with the same UID and a higher SEQUENCE when the meeting is called off', () => {
    const { calendar, event } = read(invitation({ ...invited({ sequence: 1 }), cancelled: true }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.getFirstPropertyValue('sequence')).toBe(1);
    expect(event.getFirstPropertyValue('uid')).toBe(read(invitation(invited())).event.getFirstPropertyValue('uid'));
  });

  it.each([
    'America/Chicago',
    'America/Phoenix',
    'Europe/Zurich',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Pacific/Auckland',
    'Africa/Casablanca',
  ])('means the same moment to a calendar that knows nothing of %s but what it says', (timeZone) => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: 5, max: 480 }), (moment, minutes) => {
        // Within the hour that a clock shows twice, which an office never meets in, a local time has two meanings.
        const at = Instant.parse(`${moment.toISOString().slice(0, 14)}00:00.000Z`);
        const { starts, ends, wall } = read(invitation(invited({ at, minutes, timeZone })));
        fc.pre(!isShownTwice(timeZone, Date.parse(at)) && !isShownTwice(timeZone, Date.parse(at) + minutes * 60_000));
        expect(new Date(starts * 1000).toISOString(), wall).toBe(at);
        expect(ends - starts).toBe(minutes * 60);
      }),
      { numRuns: 60 },
    );
  });

  it('carries any words unharmed, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (words) => {
        const topic = words.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
        const text = invitation(invited({}, topic));
        expect(read(text).event.getFirstPropertyValue('summary')).toBe(topic);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether the zone's clock shows the same time an hour, or half of one, before or after. */
function isShownTwice(zone: string, at: number): boolean {
  const shown = (moment: number) => new Date(moment).toLocaleString('en-US', { timeZone: zone });
  return [-60, -30, 30, 60].some((minutes) => shown(at + minutes * 60_000) === shown(at));
}
