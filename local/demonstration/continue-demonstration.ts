import { defineScheduledFunction } from '#functions/define-function.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { holdMeetings } from './hold-meetings.ts';
import { continueDemonstration } from './tell-demonstration.ts';

/** Runs on one machine only, beside the functions of the registry: without a demonstration it does nothing. */
export const continueDemonstrationDaily = defineScheduledFunction({
  name: 'continue-demonstration',
  purpose: 'Soon after midnight tells what the simulated clients did the day before, and which meetings took place.',
  every: { at: '00:05', zone: businessZone },
  needs: ['table:write', 'personal-data:open'],
  run: async ({ table, clock, log }) => {
    const told = await continueDemonstration(table, clock);
    const meetings = await holdMeetings(table, clock);
    if (told) log.info('demonstration continued', { ...told, meetings });
  },
});
