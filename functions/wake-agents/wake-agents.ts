import { ActionChoiceDue } from '#events/action-choice-due.ts';
import { eventOf } from '#events/define-event.ts';
import { ReviewPreparationDue } from '#events/review-preparation-due.ts';
import { type Deps, defineScheduledFunction } from '#functions/define-function.ts';
import { addDays, dateIn, type IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import { agentRuns } from '#shared/store/agent-run.ts';
import { clients } from '#shared/store/client.ts';
import { meetings } from '#shared/store/meeting.ts';

export const wakeAgents = defineScheduledFunction({
  name: 'wake-agents',
  purpose:
    'Asks every morning for what agents are to do: the reviews of the next three days, and once a week the next step.',
  every: { at: '06:30', zone: businessZone },
  needs: ['table:read', 'bus:publish'],
  partitions: ['CLIENT#', 'CLIENTS', 'MEETINGS'],
  run: wake,
});

const daysBefore = 3;
const eventsAtOnce = 100;

/** What was missed, because nothing ran that morning, is asked for the next one. */
async function wake({ table, bus, clock, log }: Deps<'table:read' | 'bus:publish'>): Promise<void> {
  const now = instantOf(clock.now());
  const today = dateIn(businessZone, clock.now());
  const week = mondayOf(today);
  const due: Announcement[] = [];
  const end = instantOf(new Date(Date.parse(now) + daysBefore * 86_400_000));
  for (const { clientId, meetingId, purpose, status } of await meetings.between(table, now, end)) {
    const isAhead = purpose === 'monthly-review' && (status === 'arranged' || status === 'proposed');
    if (!isAhead || (await agentRuns.isDone(table, clientId, 'prepare-review', meetingId))) continue;
    due.push(eventOf(ReviewPreparationDue, `review:${clientId}:${meetingId}:${today}`, now, { clientId, meetingId }));
  }
  for await (const { clientId, status } of clients.all(table)) {
    if (status !== 'active' || (await agentRuns.isDone(table, clientId, 'next-best-action', week))) continue;
    due.push(eventOf(ActionChoiceDue, `choice:${clientId}:${today}`, now, { clientId, week }));
  }
  for (let at = 0; at < due.length; at += eventsAtOnce) await bus.publish(due.slice(at, at + eventsAtOnce));
  log.info('agents woken', { due: due.length });
}

const mondayOf = (date: IsoDate): IsoDate => addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
