import { type Contract, Product } from '../../clients/client.ts';
import type { Dossier } from '../../health/dossier.ts';
import type { MonthOfUse } from '../../health/history.ts';
import type { Tally } from '../../health/tally-use.ts';
import { dayOf, type IsoDate, lastDay, monthOf, monthsBetween } from '../../values/iso-date.ts';
import type { History, HistoryMonth } from '../history/history.ts';
import { type Panel, panelOf } from '../history/panel.ts';
import { median } from '../statistics/robust.ts';
import { type BillsOfMonth, billsByMonth } from './bills-by-month.ts';
import { firmnessByMonth } from './firmness-by-month.ts';
import { indexByMonth } from './index-by-month.ts';
import { type TicketsOfMonth, ticketsByMonth } from './tickets-by-month.ts';

/**
 * What is recorded of a client as a monthly history, the form the models learn from. A month ends on the same day of the
 * month as the dossier's day, so that the latest is always whole. What nobody recorded is absent, never zero. Each month is told by
 * the contract in force then: that a later one was signed would give its renewal away.
 */
export function historyOf(
  dossier: Dossier,
  signed: readonly Contract[] = dossier.contract ? [dossier.contract] : [],
): History {
  const { client, facts } = dossier;
  const months = wellReported([...dossier.months].reverse());
  const at = indexByMonth(months);
  // A leader may have been in office long before we came.
  const { 'leadership.changed': _, ...known } = facts;
  const first = Object.values(known).reduce(
    (least, [fact]) => (fact ? Math.min(least, Math.max(0, at(fact.detail.date))) : least),
    Object.values(facts).some(({ length }) => length > 0) ? months.length - 1 : months.length,
  );
  const answers = months.map((): number[] => []);
  for (const { detail } of facts['survey.answered']) answers[at(detail.date)]?.push(detail.score);
  const bills = billsByMonth(dossier, months);
  const tickets = ticketsByMonth(dossier, months);
  const firmness = firmnessByMonth(dossier, months);
  const of = months.map((month, t) =>
    monthFrom(month, inForce(signed, month.to), {
      satisfaction: mean(answers[t] ?? []),
      bills: bills[t],
      tickets: tickets[t],
      firmness: firmness[t],
      savings: savingsUpTo(months, t),
    }),
  );
  return {
    clientId: client.clientId,
    conferenceType: client.type,
    division: undefined,
    memberSchools: client.memberSchools,
    staffSeats: client.staffSeats,
    contract: undefined,
    months: of.slice(first),
    outcomes: undefined,
  };
}

/** The same as columns of numbers. */
export function panelOfFacts(dossier: Dossier): Panel {
  const { asOf } = dossier;
  return { ...panelOf(historyOf(dossier)), overlap: 1 - dayOf(asOf) / dayOf(lastDay(monthOf(asOf))) };
}

/** A month before the newest counts for a product with half its usual number of reports: two Sundays say nothing of a month. */
function wellReported(months: readonly MonthOfUse[]): MonthOfUse[] {
  const enough = new Map(
    Product.options.map((product) => {
      const counts = months.flatMap(({ products }) => products[product]?.reports ?? []);
      return [product, median(counts) / 2];
    }),
  );
  return months.map((month, at) => {
    const kept = Product.options.filter(
      (product) => at === months.length - 1 || (month.products[product]?.reports ?? 0) >= (enough.get(product) ?? 0),
    );
    if (kept.length === Product.options.length) return month;
    return { ...month, products: Object.fromEntries(kept.map((product) => [product, month.products[product]])) };
  });
}

interface StateOfMonth {
  readonly satisfaction: number | undefined;
  readonly bills: BillsOfMonth | undefined;
  readonly tickets: TicketsOfMonth | undefined;
  readonly firmness: number | undefined;
  readonly savings: Savings | undefined;
}

/** Of contracts in the order they began the last that had by that day, or else the first. */
const inForce = (signed: readonly Contract[], day: IsoDate) =>
  signed.findLast(({ start }) => start <= day) ?? signed[0];

function monthFrom(month: MonthOfUse, contract: Contract | undefined, state: StateOfMonth): HistoryMonth {
  const { flextime, heliix } = { flextime: month.products.flextime?.metrics, heliix: month.products.heliix?.metrics };
  const used = month.products.flextime !== undefined || month.products.heliix !== undefined;
  const { tickets, bills, savings } = state;
  const people = [flextime?.dailyActiveUsers, heliix?.dailyActiveUsers].flatMap((tally) => tally?.daily ?? []);
  return {
    month: month.month,
    monthsToRenewal: contract && monthsBetween(monthOf(month.to), monthOf(contract.end)),
    metrics: {
      dailyActiveUsers: people.length === 0 ? undefined : people.reduce((sum, daily) => sum + daily, 0),
      // The same people may use both products.
      activePeople: people.length === 0 ? undefined : Math.max(...people),
      sessions: aMonth(flextime?.schedulingSessions),
      optimizationRuns: aMonth(flextime?.optimizationRuns),
      travelSavingsUsd: dollars(aMonth(flextime?.travelSavingsCents)),
      tasksAutomated: aMonth(heliix?.tasksAutomated),
      policyUpdates: aMonth(heliix?.policyUpdates),
      complianceReports: aMonth(heliix?.complianceReports),
      hoursSaved: aMonth(heliix?.hoursSaved),
      costSavingsUsd: undefined,
      efficiencyPct: percent([flextime?.staffEfficiencyGain, heliix?.staffEfficiencyGain]),
      errorReductionPct: percent([flextime?.errorReduction, heliix?.errorReduction]),
      satisfaction: state.satisfaction,
    },
    featureAdoption: Object.fromEntries(
      Object.entries(month.features).map(([feature, { sum, reports }]) => [feature, sum / reports]),
    ),
    financial: {
      arrUsd: dollars(contract?.annualValueCents),
      invoiceDaysLate: bills?.daysLate,
      daysOverdue: bills?.daysOverdue,
      realizedRoi: contract && savings && (savings.cents * 12) / savings.months / contract.annualValueCents,
      savingsKept:
        contract?.promisedSavingsCents && savings && savings.months >= fewestMonthsOfSavings
          ? (savings.cents * 12) / savings.months / contract.promisedSavingsCents
          : undefined,
    },
    leadership: {
      adTenureMonths: undefined,
      adDepartureAnnounced: undefined,
      sponsorEngagement: undefined,
      firmness: state.firmness,
    },
    support: {
      // Without any reports we do not know whether there were no tickets or nobody told.
      tickets: used || tickets?.opened ? (tickets?.opened ?? 0) : undefined,
      integrationIncidents: used ? (tickets?.integration ?? 0) : undefined,
      downtimeHours: undefined,
      openBurden: tickets?.burden,
    },
    events: [],
    onTimePct: undefined,
  };
}

/** Travel savings are promised and judged by the year. */
const fewestMonthsOfSavings = 3;

/** Travel savings recorded in the twelve months up to one, and the months since they began to be. */
interface Savings {
  readonly cents: number;
  readonly months: number;
}

function savingsUpTo(months: readonly MonthOfUse[], t: number): Savings | undefined {
  const year = months.slice(Math.max(0, t - 11), t + 1);
  const of = (month: MonthOfUse) => month.products.flextime?.metrics.travelSavingsCents?.sum;
  const first = year.findIndex((month) => of(month) !== undefined);
  return first < 0
    ? undefined
    : { cents: year.reduce((sum, month) => sum + (of(month) ?? 0), 0), months: year.length - first };
}

/** In 30 days of the usual week, so that months compare. */
const aMonth = (tally: Tally | undefined) => tally && tally.daily * 30;
const dollars = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100);

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

function percent(tallies: readonly (Tally | undefined)[]): number | undefined {
  const share = mean(tallies.flatMap((tally) => (tally ? [tally.sum / tally.reports] : [])));
  return share === undefined ? undefined : 100 * share;
}
