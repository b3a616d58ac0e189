import { createHash, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { eventOf } from '#events/define-event.ts';
import { ScoringDue } from '#events/scoring-due.ts';
import { currentFacts, type Fact, subjectOf } from '#shared/domain/facts/fact.ts';
import type { UsageReport } from '#shared/domain/facts/usage.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { type Instant, instantOf } from '#shared/domain/values/iso-date.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Table, TableReader } from '#shared/ports/table.ts';
import { announce } from '#shared/store/announcement.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { facts } from '#shared/store/fact.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Counts, Progress } from './import-file.ts';
import { recordFacts } from './record-facts.ts';

/**
 * Records usage and asks once for each client concerned to be scored. A row that says what is already known is `unchanged`;
 * one with other figures supersedes them. An import that was interrupted can simply be run again.
 */
export async function importUsage(
  table: Table,
  clock: Clock,
  rows: readonly UsageReport[],
  onProgress: Progress = () => {},
): Promise<Counts> {
  const now = instantOf(clock.now());
  const audit = { at: now, by: 'operator', act: 'usage.imported' } as const;
  let seen = 0;
  let imported = 0;
  for (const [clientId, reports] of Map.groupBy(rows, (row) => row.clientId)) {
    const news = await newsOf(table, clientId, reports, now);
    const known = reports.length - news.length;
    if (news.length > 0) {
      const detail = { reports: String(news.length) };
      const scoring = announce(eventOf(ScoringDue, `imported:${randomUUID()}`, now, { clientId }));
      await retryOnConflict(async () => {
        const recorded = await auditTrail.record(table, { ...audit, scope: clientId, detail });
        await recordFacts(table, news, [scoring, ...recorded], (done) => onProgress(seen + known + done, rows.length));
      });
    }
    imported += news.length;
    seen += reports.length;
    onProgress(seen, rows.length);
  }
  return { imported, unchanged: rows.length - imported };
}

/** Those reports that say something other than what is known, as facts. */
async function newsOf(
  table: TableReader,
  clientId: ClientId,
  reports: readonly UsageReport[],
  now: Instant,
): Promise<Fact[]> {
  const dates = reports.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const current = currentFacts(await facts.between(table, clientId, first, last));
  const known = new Map(current.map((fact) => [subjectOf(fact), fact]));
  return reports.flatMap((report) => {
    const replaced = known.get(subjectOf({ factId: '', type: 'usage.reported', recordedAt: now, detail: report }));
    return isDeepStrictEqual(replaced?.detail, report) ? [] : [factOf(report, replaced, now)];
  });
}

/** The id says what is recorded and what it replaces, so that figures may change to and fro. */
function factOf(detail: UsageReport, replaces: Fact | undefined, now: Instant): Fact {
  const content = JSON.stringify([detail, replaces?.factId]);
  const factId = `import:${createHash('sha256').update(content).digest('hex').slice(0, 24)}`;
  return { factId, type: 'usage.reported', recordedAt: replaces ? after(replaces.recordedAt, now) : now, detail };
}

/** Now, or just after the earlier moment when that lies ahead (a simulated clock can be set back): a correction counts. */
const after = (earlier: Instant, now: Instant): Instant =>
  now > earlier ? now : instantOf(new Date(Date.parse(earlier) + 1));
