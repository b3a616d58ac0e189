import * as z from 'zod';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const ScoringDue = defineEvent({
  detailType: 'client.scoring-due',
  source: 'health',
  meaning: 'A client should be scored again: the night came, or facts were imported.',
  detail: z.object({ clientId: ClientId }),
});
