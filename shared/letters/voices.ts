import type { ClientType } from '#shared/domain/clients/client.ts';
import type { Voice } from './voice.ts';
import { governingBody } from './voices/governing-body.ts';
import { internationalBody } from './voices/international-body.ts';
import { midMajorConference } from './voices/mid-major-conference.ts';
import { powerConference } from './voices/power-conference.ts';
import { professionalLeague } from './voices/professional-league.ts';

/** How we write to each kind of client. */
export const voices: Readonly<Record<ClientType, Voice>> = {
  'power-conference': powerConference,
  'mid-major-conference': midMajorConference,
  'governing-body': governingBody,
  'professional-league': professionalLeague,
  'international-body': internationalBody,
};
