import * as z from 'zod';
import { defineEvent } from './define-event.ts';

export const MailQueued = defineEvent({
  detailType: 'mail.queued',
  source: 'mail',
  meaning: 'A mail is written and waits to be sent.',
  detail: z.object({ mailId: z.string() }),
});
