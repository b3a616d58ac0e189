import { describe, expect, it } from 'vitest';
import type { Fact } from '#shared/domain/facts/fact.ts';
import { openDossier } from '#shared/domain/health/dossier.ts';
import { historyOf } from '#shared/domain/prediction/live/history-of-facts.ts';
import { american, contract, day, fact, ticket, usage } from '../health/evidence.ts';

const asOf = day('2026-06-30');
/** What a history of these facts says of the first half of 2026. */
const halfYear = (facts: readonly Fact[]) =>
  historyOf(openDossier({ client: american, contract }, [...usage(asOf, 181), ...facts], asOf)).months;

describe('the invoices of a month', () => {
  const issued = fact('invoice.issued', day('2026-02-10'), {
    invoiceId: 'one',
    dueDate: day('2026-03-10'),
    amountCents: 2_500_000,
  });
  const paid = fact('invoice.paid', day('2026-05-09'), { invoiceId: 'one' });

  it('are unknown before the first, and overdue until the day they are paid', () => {
    const overdue = halfYear([issued, paid]).map(({ financial }) => financial?.daysOverdue);
    expect(overdue).toEqual([undefined, 0, 21, 51, 0, 0]);
  });

  it('are late in the month they were due, by what was known at its end', () => {
    const late = halfYear([issued, paid]).map(({ financial }) => financial?.invoiceDaysLate);
    expect(late).toEqual([undefined, undefined, 21, undefined, undefined, undefined]);
  });
});

describe('the tickets of a month', () => {
  it('are those opened in it, and a burden while they are open at its end', () => {
    const months = halfYear([
      ticket(day('2026-02-10'), 'normal', 'defect'),
      fact('ticket.resolved', day('2026-04-30'), { ticketId: 'ticket-one' }),
      ticket(day('2026-05-31'), 'normal', 'integration', 'two'),
    ]);
    expect(months.map(({ support }) => support?.tickets)).toEqual([0, 1, 0, 0, 1, 0]);
    expect(months.map(({ support }) => support?.integrationIncidents)).toEqual([0, 0, 0, 0, 1, 0]);
    const burden = months.map(({ support }) => support?.openBurden);
    expect(burden.map((known) => known !== undefined && known > 0)).toEqual([false, true, true, false, true, true]);
    expect([burden[0], burden[3]]).toEqual([undefined, 0]);
  });
});
