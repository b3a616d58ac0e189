import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/values/iso-date.ts';
import {
  american,
  asOf,
  but,
  contract,
  dimension,
  drop,
  fact,
  good,
  invoices,
  said,
  scored,
  surveys,
  ticket,
  usage,
} from './evidence.ts';

describe('usage', () => {
  it('that is reported as none is the worst there is', () => {
    const reported = [...but('usage.reported'), ...usage(addDays(asOf, -31), 699), ...usage(asOf, 31, () => 0)];
    expect(dimension(scored(reported, asOf), 'usage')).toMatchObject({ confidence: 1 });
    expect(dimension(scored(reported, asOf), 'usage')?.score).toBeLessThan(6);
  });

  it('that is no longer reported loses score and confidence as the silence grows, and the silence is named', () => {
    const silent = (days: number) =>
      scored([...but('usage.reported'), ...usage(addDays(asOf, -days), 730 - days)], asOf);
    const readings = [0, 10, 30, 60, 90].map((days) => dimension(silent(days), 'usage'));
    const scores = readings.map((reading) => reading?.score ?? 0);
    const confidences = readings.map((reading) => reading?.confidence ?? 0);
    expect(scores[1]).toBeGreaterThan(70);
    expect(scores.slice(1)).toEqual(scores.slice(1).toSorted((a, b) => b - a));
    expect(scores[4]).toBeLessThan(25);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(said(silent(60))).toContain('No Flextime report since 21 September 2026 (60 days); they used to come daily');
    expect(said(silent(5))).not.toContain('No Flextime report');
  });

  it('reported by the month is not silence between two reports', () => {
    const monthly = usage(asOf, 730).filter(({ detail }) => detail.date.endsWith('-01'));
    expect(said(scored([...but('usage.reported'), ...monthly], asOf))).not.toContain('No Flextime report');
  });

  it('counts a licensed product that never reports as unknown, not as unused', () => {
    const client = { ...american, services: ['flextime' as const, 'heliix' as const] };
    const [one, both] = [scored(good, asOf), scored(good, asOf, { client })].map((it) => dimension(it, 'usage'));
    expect(both).toMatchObject({ score: one?.score, confidence: 0.65 });
  });
});

describe('satisfaction', () => {
  it('weighs recent answers most', () => {
    const turned = (recent: number, old: number) => [
      ...but('survey.answered'),
      ...surveys(asOf, old).filter(({ detail }) => detail.date < '2026-06-01'),
      ...surveys(asOf, recent, 120),
    ];
    expect(dimension(scored(turned(4, 9), asOf), 'satisfaction')?.score).toBeLessThan(60);
    expect(dimension(scored(turned(9, 4), asOf), 'satisfaction')?.score).toBeGreaterThan(80);
  });

  it('suffers more from an open ticket the graver and the older it is, and no longer once it is resolved', () => {
    const open = (severity: string, days: number) =>
      drop([...good, ticket(addDays(asOf, -days), severity, 'defect', 'new')]);
    const [low, high, critical] = ['low', 'high', 'critical'].map((severity) => open(severity, 3));
    expect([low, high, critical]).toEqual([low, high, critical].toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(open('high', 40)).toBeGreaterThan(open('high', 3));
    const resolved = fact('ticket.resolved', addDays(asOf, -1), { ticketId: 'ticket-new' });
    expect(drop([...good, ticket(addDays(asOf, -40), 'critical', 'outage', 'new'), resolved])).toBe(0);
  });

  it('sees a ticket that was opened again', () => {
    const story = [
      ticket(addDays(asOf, -9), 'high', 'integration', 'new'),
      fact('ticket.resolved', addDays(asOf, -8), { ticketId: 'ticket-new' }),
      { ...ticket(addDays(asOf, -2), 'high', 'integration', 'new'), factId: 'again' },
    ];
    expect(said(scored([...good, ...story], asOf))).toContain(
      '1 open ticket of 2 recorded; open: "high integration, since 18 November 2026"',
    );
  });
});

describe('adoption', () => {
  it('is as sure as the share of licensed features that is reported', () => {
    const half = usage(asOf, 730).map((it) => {
      if (it.type !== 'usage.reported') return it;
      const metrics = { ...it.detail.metrics, featureAdoption: { scheduling: 0.85, travel: 0.8 } };
      return fact('usage.reported', it.detail.date, { product: 'flextime', metrics });
    });
    const adoption = dimension(scored([...but('usage.reported'), ...half], asOf), 'adoption');
    expect(adoption?.confidence).toBe(0.7);
    expect(adoption?.evidence[0]?.says).toBe(
      'Features are used by 83% of seats on average: travel 80%, scheduling 85%; 2 licensed and not reported',
    );
  });
});

describe('financial health', () => {
  it('falls with the days an invoice is overdue, until it is paid', () => {
    const owing = (days: number) => [
      ...good,
      fact('invoice.issued', addDays(asOf, -days - 30), {
        invoiceId: 'late',
        dueDate: addDays(asOf, -days),
        amountCents: 1_000_000,
      }),
    ];
    expect(drop(owing(-10))).toBe(0);
    expect(drop(owing(60))).toBeGreaterThan(drop(owing(20)));
    expect(said(scored(owing(60), asOf))).toContain('1 invoice overdue ($10,000), the longest by 60 days');
    expect(drop([...owing(60), fact('invoice.paid', asOf, { invoiceId: 'late' })])).toBeLessThan(drop(owing(60)));
  });

  it('remembers payments that came late', () => {
    const late = [...but('invoice.issued', 'invoice.paid'), ...invoices(asOf, 40)];
    expect(said(scored(late, asOf))).toMatch(/4 invoices fell due in a year, \d\d days late on average/);
    expect(drop(late)).toBeGreaterThan(0.5);
  });

  it('asks whether the savings we promised came', () => {
    const promised = { ...contract, promisedSavingsCents: 2 * (contract.promisedSavingsCents ?? 0) } as typeof contract;
    expect(scored(good, asOf, { contract: promised }).score).toBeLessThan(scored(good, asOf).score);
  });
});

describe('leadership', () => {
  const change = (kind: string, days: number, role = 'commissioner', school?: string) =>
    fact(
      'leadership.changed',
      addDays(asOf, -days),
      { role, change: kind, ...(school ? { school } : {}) },
      `${role}-${kind}`,
    );
  const leadership = (...facts: typeof good) => dimension(scored([...good, ...facts], asOf), 'leadership')?.score ?? 0;

  it('falls at the announcement, further at the departure, and recovers with the successor and time', () => {
    const path = [
      leadership(),
      leadership(change('departure-announced', 5)),
      leadership(change('departure-announced', 65), change('departed', 5)),
      leadership(change('departed', 30), change('appointed', 0)),
      leadership(change('departed', 120), change('appointed', 90)),
      leadership(change('departed', 400), change('appointed', 370)),
    ];
    expect(path[1]).toBeLessThan((path[0] ?? 0) - 30);
    expect(path[2]).toBeLessThan(path[1] ?? 0);
    expect(path.slice(2)).toEqual(path.slice(2).toSorted((a, b) => a - b));
    expect(path[5]).toBeGreaterThan(90);
  });

  it('feels one athletic director of twelve, and less than the one who schedules', () => {
    const director = leadership(change('departed', 5, 'athletic-director', 'one school'));
    expect(director).toBeLessThan(leadership());
    expect(leadership(change('departed', 5, 'scheduling-associate'))).toBeLessThan(director - 20);
  });

  it('takes an appointment on the day of a departure as the answer to it', () => {
    expect(leadership(change('appointed', 5), change('departed', 5))).toBe(leadership(change('appointed', 5)));
  });
});
