import * as z from 'zod';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const MailDispatchDue = defineEvent({
  detailType: 'mail.dispatch-due',
  source: 'mail',
  meaning: 'Messages to people of a client wait, and it is time to decide which go out.',
  detail: z.object({ clientId: ClientId }),
});
