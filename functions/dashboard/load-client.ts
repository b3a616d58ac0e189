import { type Explanation, loadExplanation } from '#functions/score-client/load-explanation.ts';
import type { Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import { AppError } from '#shared/domain/errors.ts';
import { currentFacts, type Fact } from '#shared/domain/facts/fact.ts';
import type { Reading } from '#shared/domain/feedback/reading.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { type Leader, leadersOf } from '#shared/domain/leadership/leaders.ts';
import { counting, type Memory } from '#shared/domain/memory/memory.ts';
import type { Risk } from '#shared/domain/risk/risk.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { addDays, type IsoDate } from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { alerts, type StoredAlert } from '#shared/store/alert.ts';
import { clients, contacts, contracts } from '#shared/store/client.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { memories } from '#shared/store/memory.ts';
import { readings } from '#shared/store/reading.ts';
import { risks } from '#shared/store/risk.ts';

export interface ClientFile {
  readonly client: Client;
  readonly contract: Contract | undefined;
  readonly contacts: readonly Contact[];
  readonly assessment: HealthAssessment | undefined;
  readonly explanation: Explanation | undefined;
  /** Oldest first, two years. */
  readonly history: readonly HealthAssessment[];
  /** Who leads the client, from every change ever told. */
  readonly leaders: readonly Leader[];
  /** Absent for a client never in danger. */
  readonly risk: Risk | undefined;
  /** Due first first. */
  readonly openAlerts: readonly StoredAlert[];
  /** Newest first. */
  readonly closedAlerts: readonly StoredAlert[];
  /** Those that still count. */
  readonly memories: readonly Memory[];
  /** What people there wrote, as it was read, newest first. */
  readonly readings: readonly Reading[];
  /** Newest first: the latest usage report of each product, and the latest other facts. */
  readonly recentFacts: readonly Fact[];
}

const historyDays = 731;
const factDays = 366;
const factsShown = 20;
const readingsShown = 6;

/** Everything the page of a client shows, up to today, with its score today or at a past day. Throws `client.not-found`. */
export async function loadClient(
  table: TableReader,
  id: string | undefined,
  today: IsoDate,
  at: IsoDate | undefined,
): Promise<ClientFile> {
  const { data: clientId } = ClientId.safeParse(id);
  if (clientId === undefined) throw new AppError('client.not-found', {});
  const [client, contract, people, standing, history, raised, recorded, changed, risk, kept, read] = await Promise.all([
    clients.get(table, clientId),
    contracts.current(table, clientId),
    contacts.of(table, clientId),
    health.standing(table, clientId),
    health.between(table, clientId, addDays(today, -historyDays), today),
    alerts.of(table, clientId),
    facts.between(table, clientId, addDays(today, -factDays), today),
    facts.leadersBefore(table, clientId, addDays(today, 1)),
    risks.of(table, clientId),
    memories.of(table, clientId),
    readings.of(table, clientId, readingsShown),
  ]);
  if (!client) throw new AppError('client.not-found', { clientId });
  const assessment = at ? history.findLast(({ scoredOn }) => scoredOn <= at) : standing?.assessment;
  return {
    client,
    contract,
    contacts: people,
    assessment,
    explanation: assessment && (await loadExplanation(table, clientId, assessment)),
    history,
    leaders: leadersOf(
      currentFacts(changed).flatMap((fact) => (fact.type === 'leadership.changed' ? [fact.detail] : [])),
      today,
    ),
    risk,
    openAlerts: raised.filter(({ status }) => status === 'open').sort((a, b) => compare(a.dueOn, b.dueOn)),
    closedAlerts: raised.filter(({ status }) => status === 'closed').sort((a, b) => compare(b.raisedAt, a.raisedAt)),
    memories: counting(kept, today),
    readings: read,
    recentFacts: worthShowing(currentFacts(recorded).reverse()),
  };
}

/** Usage arrives every day: only its newest report counts here, or it would push out everything else. */
function worthShowing(newestFirst: readonly Fact[]): Fact[] {
  const products = new Set<string>();
  const shown = newestFirst.filter((fact) => {
    if (fact.type !== 'usage.reported') return true;
    const first = !products.has(fact.detail.product);
    products.add(fact.detail.product);
    return first;
  });
  return shown.slice(0, factsShown);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
