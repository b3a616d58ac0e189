import * as z from 'zod';
import { ClientId } from '#shared/domain/values/ids.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { defineEvent } from './define-event.ts';

export const HealthScored = defineEvent({
  detailType: 'health.scored',
  source: 'health',
  meaning: 'What we know of a client’s health changed: at least once a night, and whenever facts changed it.',
  detail: z.object({ clientId: ClientId, scoredOn: IsoDate }),
});
