import { daysLateOn } from '../../health/bills.ts';
import type { Dossier } from '../../health/dossier.ts';
import type { MonthOfUse } from '../../health/history.ts';

/** What the invoices of a client say at the end of a month; undefined where there were none. */
export interface BillsOfMonth {
  /** How long the unpaid invoice overdue longest has been so. */
  readonly daysOverdue: number | undefined;
  /** Mean days that invoices due in the month were paid late, or are overdue at its end. */
  readonly daysLate: number | undefined;
}

export function billsByMonth({ bills }: Dossier, months: readonly MonthOfUse[]): BillsOfMonth[] {
  return months.map(({ from, to }) => {
    let [known, worst, due, late] = [false, 0, 0, 0];
    for (const bill of bills) {
      if (bill.date > to) continue;
      known = true;
      const days = daysLateOn(bill, to);
      if (!bill.paidOn || bill.paidOn > to) worst = Math.max(worst, days);
      if (bill.dueDate < from || bill.dueDate > to) continue;
      due += 1;
      late += days;
    }
    return { daysOverdue: known ? worst : undefined, daysLate: due > 0 ? late / due : undefined };
  });
}
