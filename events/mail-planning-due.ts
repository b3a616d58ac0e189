import * as z from 'zod';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const MailPlanningDue = defineEvent({
  detailType: 'mail.planning-due',
  source: 'mail',
  meaning: 'A new day began in the office of a client: what should be said to its people is to be planned.',
  detail: z.object({ clientId: ClientId }),
});
