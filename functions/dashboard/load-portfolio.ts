import type { Client, Contract } from '#shared/domain/clients/client.ts';
import type { Fact } from '#shared/domain/facts/fact.ts';
import type { HealthAssessment } from '#shared/domain/health/assessment.ts';
import { type ReviewRate, reviewRate } from '#shared/domain/meetings/review-rate.ts';
import type { Risk } from '#shared/domain/risk/risk.ts';
import {
  addDays,
  addMonths,
  firstDay,
  type Instant,
  type IsoDate,
  instantOf,
  monthOf,
} from '#shared/domain/values/iso-date.ts';
import type { TableReader } from '#shared/ports/table.ts';
import { alerts, type StoredAlert } from '#shared/store/alert.ts';
import { clients, contracts } from '#shared/store/client.ts';
import { deadLetters } from '#shared/store/dead-letter.ts';
import { deliveries } from '#shared/store/delivery.ts';
import { facts } from '#shared/store/fact.ts';
import { health } from '#shared/store/health.ts';
import { mails } from '#shared/store/mail.ts';
import { meetings } from '#shared/store/meeting.ts';
import { risks } from '#shared/store/risk.ts';
import type { Scored } from './explain-score.ts';

/** A client in the list. Unscored: a prospect, a former client, or one of whom too little is known. */
export interface Row<A = HealthAssessment | undefined> {
  readonly client: Client;
  readonly assessment: A;
  readonly contract: Contract | undefined;
  readonly lastContact: Fact | undefined;
  readonly openAlerts: number;
  /** Absent for a client never in danger. */
  readonly risk: Risk | undefined;
}

export interface Portfolio {
  /** Worst first. */
  readonly scored: readonly Row<Scored>[];
  readonly unscored: readonly Row[];
  /** Due first first. */
  readonly alerts: readonly { readonly alert: StoredAlert; readonly client: Client | undefined }[];
  /** Among the newest: never more than `countedUpTo`. */
  /** Of the last month that is over, and of this month so far. */
  readonly reviews: readonly [over: ReviewRate, soFar: ReviewRate];
  readonly counts: { readonly mails: number; readonly uncertainMails: number; readonly failures: number };
}

export const countedUpTo = 100;
/** How far back the list looks for the last contact. */
export const contactDays = 180;

/** What a client did towards us. Mail to clients will count as well, once there is any: alerts go to the operator. */
const contactTypes = ['survey.answered', 'ticket.opened'] as const;

/** Everything the portfolio page shows: one read per list, and one short read a client for its last contact. */
export async function loadPortfolio(table: TableReader, today: IsoDate): Promise<Portfolio> {
  const [known, standings, signed, open, outbox, dead, unread, endangered, met] = await Promise.all([
    everyClient(table),
    health.portfolio(table),
    contracts.all(table),
    alerts.open(table),
    mails.newest(table, countedUpTo),
    deadLetters.newest(table, countedUpTo),
    deliveries.quarantined(table, countedUpTo),
    risks.all(table),
    meetings.between(table, startOf(addDays(firstDay(addMonths(monthOf(today), -1)), -1))),
  ]);
  const from = addDays(today, -contactDays);
  const contacts = await Promise.all(
    known.map(({ clientId }) => facts.latest(table, clientId, contactTypes, from, today)),
  );

  const active = known.filter(({ status }) => status === 'active').map(({ clientId }) => clientId);
  const thisMonth = monthOf(today);
  const assessmentOf = new Map(standings.map(({ clientId, assessment }) => [clientId, assessment]));
  const contractOf = new Map(signed.map((contract) => [contract.clientId, contract]));
  const clientOf = new Map(known.map((client) => [client.clientId, client]));
  const riskOf = new Map(endangered.map((risk) => [risk.clientId, risk]));
  const alertsOf = Map.groupBy(open, ({ clientId }) => clientId);
  const rows: Row[] = known.map((client, i) => ({
    client,
    assessment: assessmentOf.get(client.clientId),
    contract: contractOf.get(client.clientId),
    lastContact: contacts[i],
    openAlerts: alertsOf.get(client.clientId)?.length ?? 0,
    risk: riskOf.get(client.clientId),
  }));
  return {
    scored: rows.filter(isScored).sort((a, b) => a.assessment.score - b.assessment.score),
    unscored: rows.filter((row) => !isScored(row)),
    alerts: open.map((alert) => ({ alert, client: clientOf.get(alert.clientId) })),
    reviews: [reviewRate(met, active, addMonths(thisMonth, -1)), reviewRate(met, active, thisMonth)],
    counts: {
      mails: outbox.mails.length,
      uncertainMails: outbox.mails.filter(({ status }) => status === 'unknown').length,
      failures: dead.length + unread.length,
    },
  };
}

async function everyClient(table: TableReader): Promise<Client[]> {
  const found: Client[] = [];
  for await (const client of clients.all(table)) found.push(client);
  return found;
}

const startOf = (date: IsoDate): Instant => instantOf(new Date(date));

const isScored = (row: Row): row is Row<Scored> =>
  row.client.status !== 'churned' && row.assessment?.outcome === 'scored';
