import type { Client, Contract } from '../../clients/client.ts';
import { addMonths, type IsoMonth, monthOf } from '../../values/iso-date.ts';
import { type History, type Outcomes, stableWithin } from '../history/history.ts';
import { meanOf } from '../statistics/robust.ts';

/** An outcome is only known once the months it speaks of are over: up to the history's last month. */
export function outcomesOf(history: History, client: Client, contracts: readonly Contract[]): Outcomes {
  const last = history.months.at(-1)?.month;
  const renewals = last ? renewalsOf(client, contracts).filter(({ month }) => month <= last) : [];
  const churnMonth = renewals.find(({ decision }) => decision === 'churned')?.month;
  return {
    trend: trendsOf(history),
    churn6m: history.months.flatMap(({ month }) => {
      // Nobody who has left can be lost, or kept.
      if (churnMonth) return month < churnMonth ? [{ asOf: month, churned: churnMonth <= addMonths(month, 6) }] : [];
      return last && addMonths(month, 6) <= last ? [{ asOf: month, churned: false }] : [];
    }),
    renewals,
    churnMonth,
    churnReason: undefined,
    arr12m: undefined,
  };
}

/** Satisfaction as it was measured, three months after against the three up to it; unknown where either was not measured. */
function trendsOf({ months }: History): Outcomes['trend'] {
  const mean = (from: number, to: number) =>
    meanOf(months.slice(Math.max(0, from), to).map(({ metrics }) => metrics?.satisfaction ?? Number.NaN));
  return months.flatMap(({ month }, at) => {
    const delta = mean(at + 1, at + 4) - mean(at - 2, at + 1);
    if (at + 3 >= months.length || Number.isNaN(delta)) return [];
    const label = Math.abs(delta) <= stableWithin ? 'stable' : delta > 0 ? 'improving' : 'declining';
    return [{ asOf: month, label, delta, measuredDelta: delta, measuredLabel: label } as const];
  });
}

/** Each contract that ended: what followed it, judged by the value of the next; a last one ends in churn if the client left. */
function renewalsOf({ status }: Client, contracts: readonly Contract[]): Outcomes['renewals'] {
  const inOrder = [...contracts].sort((a, b) => (a.start < b.start ? -1 : 1));
  return inOrder.flatMap((contract, at): Outcomes['renewals'] => {
    const next = inOrder[at + 1];
    const month: IsoMonth = monthOf(contract.end);
    const before = contract.annualValueCents;
    if (next) {
      const after = next.annualValueCents;
      const decision = after === before ? 'renewed' : after > before ? 'expanded' : 'contracted';
      return [{ month, decision, arrBefore: before / 100, arrAfter: after / 100 }];
    }
    return status === 'churned' ? [{ month, decision: 'churned', arrBefore: before / 100, arrAfter: 0 }] : [];
  });
}
