import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { type Deps, defineScheduledFunction } from '#functions/define-function.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { Announcement } from '#shared/ports/bus.ts';
import { clients } from '#shared/store/client.ts';

export const scorePortfolio = defineScheduledFunction({
  name: 'score-portfolio',
  purpose: 'Every night asks for each client to be scored again, so that silence is noticed too.',
  every: { at: '03:15', zone: businessZone },
  needs: ['table:read', 'bus:publish'],
  partitions: ['CLIENTS'],
  run: askForScores,
});

const clientsAtOnce = 100;

/** Fans out: one event a client, so that one bad client never stops the others. */
async function askForScores({ table, bus, clock, log }: Deps<'table:read' | 'bus:publish'>): Promise<void> {
  const time = instantOf(clock.now());
  const night = dateIn(businessZone, clock.now());
  let asked = 0;
  let waiting: Announcement[] = [];
  const send = async () => {
    await bus.publish(waiting);
    asked += waiting.length;
    waiting = [];
  };
  for await (const { clientId, status } of clients.all(table)) {
    if (status === 'churned') continue;
    waiting.push(eventOf(ScoringDue, `nightly:${night}:${clientId}`, time, { clientId }));
    if (waiting.length === clientsAtOnce) await send();
  }
  if (waiting.length > 0) await send();
  log.info('nightly scoring asked for', { clients: asked, night });
}
