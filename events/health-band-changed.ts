import * as z from 'zod';
import { HealthBand } from '#shared/domain/health/band.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { IsoDate } from '#shared/domain/values/iso-date.ts';
import { Score } from '#shared/domain/values/score.ts';
import { defineEvent } from './define-event.ts';

export const HealthBandChanged = defineEvent({
  detailType: 'health.band-changed',
  source: 'health',
  meaning: 'A client moved to another health band. `from` is absent for a first score that needs attention.',
  detail: z.object({
    clientId: ClientId,
    from: HealthBand.optional(),
    to: HealthBand,
    score: Score,
    scoredOn: IsoDate,
  }),
});
