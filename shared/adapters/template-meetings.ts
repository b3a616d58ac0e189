import { AppError } from '#shared/domain/errors.ts';
import type { Meetings } from '#shared/ports/meetings.ts';

/**
 * Rooms that are always open, one address a meeting: `https://meet.heliix.example/{clientId}/{meetingId}`. Asks nobody, so
 * it never fails and always gives the same link. Throws `settings.invalid` for a template that is no https address or in
 * which two clients would share a room.
 */
export function templateMeetings(template: string): Meetings {
  const linkFor = (clientId: string, meetingId: string) =>
    template.replaceAll('{clientId}', clientId).replaceAll('{meetingId}', meetingId);
  if (!URL.canParse(linkFor('a', 'b')) || new URL(linkFor('a', 'b')).protocol !== 'https:')
    throw bad(template, 'https');
  if (!template.includes('{clientId}'))
    throw bad(template, 'it must contain {clientId}, or clients would share a room');
  return { arrange: async ({ clientId, meetingId }) => ({ link: new URL(linkFor(clientId, meetingId)).href }) };
}

const bad = (template: string, problem: string) =>
  new AppError('settings.invalid', {
    template,
    problem: problem === 'https' ? 'the address of a meeting must begin with https://' : problem,
  });
