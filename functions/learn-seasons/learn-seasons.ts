import { type Deps, defineScheduledFunction } from '#functions/define-function.ts';
import { loadEvidence } from '#functions/score-client/load-evidence.ts';
import { currentFacts } from '#shared/domain/facts/fact.ts';
import { type Dossier, openDossier } from '#shared/domain/health/dossier.ts';
import { learnSeasons as learn } from '#shared/domain/prediction/live/learned-seasons.ts';
import { dateIn } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { clients } from '#shared/store/client.ts';
import { seasons } from '#shared/store/seasons.ts';

export const learnSeasons = defineScheduledFunction({
  name: 'learn-seasons',
  purpose: 'Learns once a month, from all clients together, how use and satisfaction follow the sporting calendar.',
  every: { at: '01:30', zone: businessZone },
  needs: ['table:write'],
  partitions: ['CLIENT', 'LEADERS#', 'SEASONS', 'MODEL'],
  run: learnOnceAMonth,
});

/** Asked every night, so that a night that failed is made up for; the month's first success stands. */
async function learnOnceAMonth({ table, clock, log }: Deps<'table:write'>): Promise<void> {
  const today = dateIn(businessZone, clock.now());
  if (await seasons.learnedInMonthOf(table, today)) return;
  const dossiers: Dossier[] = [];
  for await (const client of clients.all(table)) {
    const evidence = await loadEvidence(table, client, today);
    dossiers.push(openDossier(evidence, currentFacts(evidence.facts), today));
  }
  const learned = learn(dossiers, today);
  await table.commit([seasons.put(learned)]);
  log.info('seasons learned', { clients: learned.clients });
}
