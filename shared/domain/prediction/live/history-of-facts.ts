import type { Dossier } from '../../health/dossier.ts';
import type { MonthOfUse, Tally } from '../../health/history.ts';
import { daysBetween, type IsoDate, monthOf, monthsBetween } from '../../values/iso-date.ts';
import { History, type HistoryMonth } from '../history/history.ts';

/**
 * What is recorded of a client as a monthly history, the form the models learn from. A month ends on the same day of the
 * month as the dossier's day, so that the latest is always whole. What nobody recorded is absent, never zero.
 */
export function historyOf(dossier: Dossier): History {
  const { client, facts } = dossier;
  const months = [...dossier.months].reverse();
  const dates = Object.values(facts).flatMap((ofType) => ofType.map(({ detail }) => detail.date));
  const firstKnown = months.findIndex((month) => dates.some((date) => within(date, month)));
  return History.parse({
    clientId: client.clientId,
    conferenceType: client.type,
    memberSchools: client.memberSchools,
    staffSeats: client.staffSeats,
    months: firstKnown < 0 ? [] : months.slice(firstKnown).map((month) => monthFrom(month, dossier)),
  });
}

function monthFrom(month: MonthOfUse, { contract, facts }: Dossier): Partial<HistoryMonth> {
  const { flextime, heliix } = { flextime: month.products.flextime?.metrics, heliix: month.products.heliix?.metrics };
  const savings = dollarsOf(flextime?.travelSavingsCents?.sum);
  const used = Object.keys(month.products).length > 0;
  const tickets = facts['ticket.opened'].filter(({ detail }) => within(detail.date, month));
  const answers = facts['survey.answered'].filter(({ detail }) => within(detail.date, month));
  return {
    month: month.month,
    monthsToRenewal: contract && monthsBetween(monthOf(month.to), monthOf(contract.end)),
    metrics: {
      dailyActiveUsers: total([flextime?.dailyActiveUsers?.daily, heliix?.dailyActiveUsers?.daily]),
      sessions: flextime?.schedulingSessions?.sum,
      optimizationRuns: flextime?.optimizationRuns?.sum,
      travelSavingsUsd: savings,
      tasksAutomated: heliix?.tasksAutomated?.sum,
      policyUpdates: heliix?.policyUpdates?.sum,
      complianceReports: heliix?.complianceReports?.sum,
      hoursSaved: heliix?.hoursSaved?.sum,
      costSavingsUsd: undefined,
      efficiencyPct: percent(meanOf([flextime?.staffEfficiencyGain, heliix?.staffEfficiencyGain])),
      errorReductionPct: percent(meanOf([flextime?.errorReduction, heliix?.errorReduction])),
      satisfaction: mean(answers.map(({ detail }) => detail.score)),
    },
    featureAdoption: Object.fromEntries(
      Object.entries(month.features).map(([feature, tally]) => [feature, meanOf([tally])]),
    ),
    financial: {
      arrUsd: dollarsOf(contract?.annualValueCents),
      invoiceDaysLate: daysLate(month, facts),
      realizedRoi: contract && savings && (savings * 12 * 100) / contract.annualValueCents,
    },
    support: {
      // Without any reports we do not know whether there were no tickets or nobody told.
      tickets: used || tickets.length > 0 ? tickets.length : undefined,
      integrationIncidents: used ? tickets.filter(({ detail }) => detail.category === 'integration').length : undefined,
      downtimeHours: undefined,
    },
  };
}

/** Mean days that invoices due in the month were paid late, or are overdue at its end; undefined when none was due. */
function daysLate({ from, to }: MonthOfUse, facts: Dossier['facts']): number | undefined {
  const paid = new Map(facts['invoice.paid'].map(({ detail }) => [detail.invoiceId, detail.date]));
  const due = facts['invoice.issued'].filter(({ detail }) => detail.dueDate >= from && detail.dueDate <= to);
  return mean(
    due.map(({ detail: { invoiceId, dueDate } }) => {
      const settled = paid.get(invoiceId);
      return Math.max(0, daysBetween(dueDate, settled && settled <= to ? settled : to));
    }),
  );
}

const within = (date: IsoDate, { from, to }: MonthOfUse) => date >= from && date <= to;

const total = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce((sum, value) => (value === undefined ? sum : (sum ?? 0) + value), undefined);

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

const meanOf = (tallies: readonly (Tally | undefined)[]): number | undefined =>
  mean(tallies.flatMap((tally) => (tally ? [tally.sum / tally.reports] : [])));

const percent = (share: number | undefined) => share && share * 100;
const dollarsOf = (cents: number | undefined) => cents && cents / 100;
