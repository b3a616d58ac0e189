import { defineMessage } from '../definition.ts';
import { action, paragraph } from '../parts/passages.ts';
import { sayable } from '../prose.ts';

/** A meeting to which the reader was invited has another time, or will not be. */
export const meetingNotice = defineMessage({
  kind: 'meeting-notice',
  name: 'Meeting notice',
  purpose: 'Says that a meeting has another time or is canceled, before anybody turns up in vain.',
  class: 'relationship',
  audience: ['commissioner', 'deputy-commissioner', 'athletic-director', 'operations', 'scheduling-associate'],
  priority: 'high',
  season: 'anytime',
  approval: 'automatic',
  digestible: false,
  expiresAfterDays: 45,
  requires: ['client.name'],
  requiresOneOf: ['meeting.at', 'meeting.cancelled'],
  body: ({ facts, voice, script }) => {
    const moved = facts.has('meeting.at');
    const { title, says } = voice.meeting[moved ? 'moved' : 'cancelled'];
    return [
      ...paragraph(facts, ...script.opening),
      { block: 'callout', title, says: times.filter((prose) => sayable(facts, prose)).slice(0, 1) },
      ...paragraph(facts, ...says, ...(moved ? script.next : [])),
      ...action(facts, 'link.meeting', 'Join the meeting'),
    ];
  },
});

/** The first that is known is said. */
const times = ['{{fact:meeting.at}}, {{fact:meeting.length}}', '{{fact:meeting.at}}', '{{fact:meeting.cancelled}}'];
