import { loadOffice, namesOfOthers, type Office } from '#functions/dispatch-mail/load-office.ts';
import { loadExplanation } from '#functions/score-client/load-explanation.ts';
import { type Alert, Severity } from '#shared/domain/alerts/alert.ts';
import type { Decision } from '#shared/domain/decisions/decision.ts';
import { AppError } from '#shared/domain/errors.ts';
import { givesOrders } from '#shared/domain/feedback/gives-orders.ts';
import type { Reading } from '#shared/domain/feedback/reading.ts';
import { figuresOf } from '#shared/domain/figures/figures-of.ts';
import { lastWholeMonth } from '#shared/domain/figures/tally.ts';
import { factSheet, type GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { citationOf } from '#shared/domain/health/facts-behind.ts';
import { counting, type Memory, rejectionIdOf } from '#shared/domain/memory/memory.ts';
import { healthFacts } from '#shared/domain/picture/health-facts.ts';
import { mattersFacts } from '#shared/domain/picture/matters-facts.ts';
import type { Risk } from '#shared/domain/risk/risk.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { alerts } from '#shared/store/alert.ts';
import { decisions } from '#shared/store/decision.ts';
import { health } from '#shared/store/health.ts';
import { meetings } from '#shared/store/meeting.ts';
import { memories } from '#shared/store/memory.ts';
import { readings } from '#shared/store/reading.ts';
import { risks } from '#shared/store/risk.ts';

/** A client as an agent sees it: all that may be said of it, by id, and what code needs to act. */
export interface Picture {
  readonly office: Office;
  /** The names and ids of every other client, of which nothing may be said. */
  readonly others: readonly string[];
  /** Grows when a tool finds more; everything on it may be said to the operator. */
  readonly sheet: Map<string, GroundedFact>;
  readonly assessment: HealthAssessment | undefined;
  /** Open ones, the gravest first, then the most pressing; last those of `declined`. */
  readonly alerts: readonly Alert[];
  /** The alerts whose answer the operator rejected for a reason that is still remembered. */
  readonly declined: readonly string[];
  readonly risk: Risk | undefined;
  readonly memories: readonly Memory[];
  readonly readings: readonly Reading[];
  /** What was proposed to the operator in the last two weeks. */
  readonly proposed: readonly Decision[];
  /** Whether a text behind it seems to give orders: whatever rests on it needs approval. */
  readonly flagged: boolean;
}

const readingsShown = 20;
const daysProposed = 14;
const daysSince = (instant: string, moment: Date) => (moment.getTime() - Date.parse(instant)) / 86_400_000;

/** Loads everything known of a client. Throws `client.not-found`. */
export async function loadPicture(table: TableReader, clientId: ClientId, moment: Date): Promise<Picture> {
  const office = await loadOffice(table, clientId, moment);
  if (!office) throw new AppError('client.not-found', { clientId });
  const [standing, raised, risk, met, kept, read, decided, others] = await Promise.all([
    health.standing(table, clientId),
    alerts.of(table, clientId),
    risks.of(table, clientId),
    meetings.of(table, clientId),
    memories.of(table, clientId),
    readings.of(table, clientId, readingsShown),
    decisions.of(table, clientId),
    namesOfOthers(table, clientId),
  ]);
  const remembered = counting(kept, office.today);
  const declined = declinedAlerts(decided, remembered);
  const open = raised
    .filter(({ status, severity }) => status === 'open' && severity !== 'good-news')
    .sort(
      (a, b) =>
        Number(declined.includes(a.alertId)) - Number(declined.includes(b.alertId)) ||
        Severity.options.indexOf(a.severity) - Severity.options.indexOf(b.severity) ||
        (a.dueOn < b.dueOn ? -1 : 1),
    );
  const about = {
    alerts: open,
    risk,
    contract: office.contract,
    meetings: met.map(({ meeting }) => meeting),
    memories: remembered,
    readings: read,
  };
  const facts = [
    ...figuresOf(office.record, lastWholeMonth(office.today)),
    ...(standing ? await healthOf(table, clientId, standing.assessment) : []),
    ...mattersFacts({ ...about, now: office.now }),
  ];
  return {
    office,
    others,
    sheet: new Map(factSheet(facts)),
    assessment: standing?.assessment,
    alerts: open,
    declined,
    risk,
    memories: remembered,
    readings: read,
    proposed: decided.filter(({ proposedAt }) => daysSince(proposedAt, moment) < daysProposed),
    flagged: read.some(({ flagged }) => flagged) || facts.some((fact) => 'text' in fact && givesOrders(fact.text)),
  };
}

/** As long as the reason counts: forgetting it lets the alert be answered again. */
const declinedAlerts = (decided: readonly Decision[], remembered: readonly Memory[]): string[] =>
  decided.flatMap(({ status, action, decisionId }) => {
    const alertId = 'play' in action ? action.play?.alertId : undefined;
    const counts = remembered.some(({ memoryId }) => memoryId === rejectionIdOf(decisionId));
    return status === 'rejected' && alertId !== undefined && counts ? [alertId] : [];
  });

async function healthOf(table: TableReader, clientId: ClientId, assessment: HealthAssessment): Promise<GroundedFact[]> {
  const { now, before, change } = await loadExplanation(table, clientId, assessment);
  return healthFacts({
    assessment,
    before: before?.assessment,
    change,
    sourcesOf: (evidence) => citationOf(evidence, now.counted),
  });
}
