import { type Deps, defineScheduledFunction } from '#functions/define-function.ts';
import { reputationOf, reputationWindow } from '#shared/domain/mail/reputation.ts';
import { addDays, dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';
import { health } from '#shared/store/health.ts';
import { mails } from '#shared/store/mail.ts';

export const measureOperation = defineScheduledFunction({
  name: 'measure-operation',
  purpose: 'Measures every hour how it goes: clients whose score is old, mail in doubt, the reputation of our mail.',
  every: { minutes: 60 },
  needs: ['table:read'],
  partitions: ['CLIENTS', 'STANDINGS', 'MAIL-FATE', 'MAIL-UNKNOWN'],
  run: measure,
});

const mostInDoubt = 100;

/** Levels; what happens is counted where it happens. It only logs: the adapters make metrics of that. */
async function measure({ table, clock, log }: Deps<'table:read'>): Promise<void> {
  const yesterday = addDays(dateIn(businessZone, clock.now()), -1);
  const [stale, rates, inDoubt] = await Promise.all([
    staleScores(table, yesterday),
    ratesOf(table, clock.wall()),
    mails.uncertain(table, mostInDoubt),
  ]);
  const values = { StaleScores: stale, MailsInDoubt: inDoubt.length, ...rates };
  log.info('operation measured', { measured: { values } });
}

/** How many clients were last scored before that day, or never. */
async function staleScores(table: TableReader, day: string): Promise<number> {
  const scoredOn = new Map(
    (await health.portfolio(table)).map(({ clientId, assessment }) => [clientId, assessment.scoredOn]),
  );
  let stale = 0;
  for await (const { clientId, status } of clients.all(table))
    if (status !== 'churned' && (scoredOn.get(clientId) ?? '') < day) stale += 1;
  return stale;
}

/** In percent of the mails in the window that the kill switch looks at. */
async function ratesOf(table: TableReader, now: Date) {
  const since = instantOf(new Date(now.getTime() - reputationWindow.days * 86_400_000));
  const { sends, bounces, complaints } = reputationOf(await mails.fates(table, since, reputationWindow.mails));
  const percent = (count: number) => (sends === 0 ? 0 : (100 * count) / sends);
  return { BouncedPercent: percent(bounces), ComplainedPercent: percent(complaints) };
}
