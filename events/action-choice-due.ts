import * as z from 'zod';
import { ClientId } from '#shared/domain/values/ids.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { defineEvent } from './define-event.ts';

export const ActionChoiceDue = defineEvent({
  detailType: 'action.choice-due',
  source: 'agents',
  meaning: 'A week begins, and it is to be chosen what is best done next for a client, if anything.',
  detail: z.object({ clientId: ClientId, week: IsoDate }),
});
