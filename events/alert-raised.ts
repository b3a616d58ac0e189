import * as z from 'zod';
import { Severity } from '#shared/domain/alerts/alert.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { defineEvent } from './define-event.ts';

export const AlertRaised = defineEvent({
  detailType: 'alert.raised',
  source: 'alerts',
  meaning: 'An alert about a client was raised, came back, or got worse.',
  detail: z.object({ clientId: ClientId, alertId: z.string(), severity: Severity }),
});
