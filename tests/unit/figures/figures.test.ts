import { describe, expect, it } from 'vitest';
import { client, day } from '#tests/fixtures/world.ts';
import { contract, daily, fact, figures, flextime, heliix } from './recorded.ts';

/** Three thousand dollars a day from July to September, four thousand in October: 92 and 31 days. */
const saved = [
  ...daily('2026-07-01', '2026-09-30', (date) => flextime(date, { travelSavingsCents: 300_000 })),
  ...daily('2026-10-01', '2026-10-31', (date) => flextime(date, { travelSavingsCents: 400_000 })),
];

describe('travel savings', () => {
  it('are the sum of the month’s reports, beside the month before, the contract year and everything', () => {
    expect(figures({ facts: saved })).toMatchObject({
      'savings.month': 12_400_000,
      'savings.before': 9_000_000,
      // 124 / 90 - 1
      'savings.change': 0.3778,
      // 92 * 3,000 + 31 * 4,000 = 400,000
      'savings.year': 40_000_000,
      'savings.total': 40_000_000,
    });
  });

  it('are held against the days of the promise and of the price that have passed', () => {
    expect(figures({ facts: saved })).toMatchObject({
      // 123 days at 2,000
      'savings.promised': 24_600_000,
      'savings.against-promise': 1.626,
      'roi.promised': 2,
      // 400,000 for 123,000
      'roi.realised': 3.25,
    });
  });

  it('of the contract year begin on the day of the contract, totals with the first report', () => {
    const earlier = daily('2026-06-01', '2026-06-30', (date) => flextime(date, { travelSavingsCents: 100_000 }));
    expect(figures({ facts: [...earlier, ...saved] })).toMatchObject({
      'savings.year': 40_000_000,
      'savings.total': 43_000_000,
    });
  });

  it('are not told of a month that is not over on the client’s own calendar', () => {
    const told = figures({ facts: saved, today: '2026-10-31' });
    for (const id of ['savings.month', 'savings.change', 'savings.year', 'savings.total', 'roi.realised', 'savings.m1'])
      expect(told).not.toHaveProperty([id]);
    expect(told).toMatchObject({ 'savings.before': 9_000_000 });
    expect(figures({ facts: saved, today: '2026-11-01' })).toHaveProperty(['savings.month']);
  });

  it('are not told of a month of which a third of the usual reports is missing, nor any ratio that rests on it', () => {
    const told = figures({
      facts: saved.filter(({ detail }) => detail.date < '2026-10-01' || detail.date > '2026-10-10'),
    });
    for (const id of ['savings.month', 'savings.change', 'savings.against-promise', 'roi.realised'])
      expect(told).not.toHaveProperty([id]);
    expect(told).toMatchObject({ 'savings.before': 9_000_000, 'savings.m2': 9_000_000, 'roi.promised': 2 });
  });

  it('have no change when most reports of the month before are missing', () => {
    const began = saved.filter(({ detail }) => detail.date > '2026-09-20');
    const told = figures({ facts: began });
    expect(told).toMatchObject({ 'savings.month': 12_400_000, 'savings.before': 3_000_000 });
    expect(told).not.toHaveProperty(['savings.change']);
  });

  it('that nobody reported are unknown, not zero; those reported as zero are zero', () => {
    const without = figures({ facts: [flextime('2026-10-05', { schedulingSessions: 4 })] });
    expect(Object.keys(without).filter((id) => id.startsWith('savings'))).toEqual(['savings.promised']);
    expect(figures({ facts: [flextime('2026-10-05', { travelSavingsCents: 0 })] })).toMatchObject({
      'savings.month': 0,
    });
  });

  it('count a restated day once, as it was recorded last', () => {
    const again = fact(
      'usage.reported',
      '2026-10-31',
      { product: 'flextime', metrics: { travelSavingsCents: 100_000 } },
      { id: 'again', at: '2026-11-02T08:00:00.000Z' },
    );
    expect(figures({ facts: [again, ...saved] })).toMatchObject({ 'savings.month': 12_100_000 });
  });

  it('never rest on another client’s reports', () => {
    const others = saved.map(
      (own) => ({ ...own, detail: { ...own.detail, clientId: client('sec').clientId } }) as typeof own,
    );
    expect(figures({ facts: [...saved, ...others] })).toEqual(figures({ facts: saved }));
  });

  it('make bars of six months, a month without reports having none', () => {
    const gap = saved.filter(({ detail }) => !detail.date.startsWith('2026-08'));
    const told = figures({ facts: gap });
    expect(Object.keys(told).filter((id) => /^savings\.m\d$/.test(id))).toEqual([
      'savings.m1',
      'savings.m2',
      'savings.m4',
    ]);
    expect(told).toMatchObject({ 'savings.m4': 9_300_000, 'savings.m4.month': '2026-07' });
  });
});

describe('hours and use', () => {
  it('add up what HELiiX did, hours without the noise of adding tenths', () => {
    const facts = daily('2026-09-01', '2026-10-31', (date) =>
      heliix(date, { hoursSaved: 0.1, tasksAutomated: 7, policyUpdates: 1, complianceReports: 2 }),
    );
    expect(figures({ facts })).toMatchObject({
      'hours.month': 3.1,
      'hours.change': 0.0333,
      'hours.year': 6.1,
      'hours.total': 6.1,
      'tasks.month': 217,
      'policies.month': 31,
      'compliance.month': 62,
      'hours.m1': 3.1,
      'hours.m2': 3,
    });
  });

  it('average people over the weekdays, so that a month with five weekends is not worse than one with four', () => {
    const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay());
    const facts = daily('2026-09-01', '2026-10-31', (date) =>
      flextime(date, { dailyActiveUsers: isWeekend(date) ? 6 : 20 }),
    );
    // (5 * 20 + 2 * 6) / 7
    expect(figures({ facts })).toMatchObject({ 'users.day': 16, 'users.change': 0 });
  });

  it('say how features are used, the best and the weakest by name', () => {
    const facts = [
      flextime('2026-10-05', { featureAdoption: { scheduling: 0.9, travel: 0.4, analytics: 0.6 } }),
      flextime('2026-10-12', { featureAdoption: { scheduling: 0.8, travel: 0.5, analytics: 0.6 } }),
      heliix('2026-10-12', { featureAdoption: { compliance: 0.7 } }),
    ];
    expect(figures({ facts })).toMatchObject({
      seats: 64,
      // (0.85 + 0.45 + 0.6 + 0.7) / 4
      'adoption.share': 0.65,
      'feature.best': 'Scheduling',
      'feature.best.share': 0.85,
      'feature.weakest': 'Travel planning',
      'feature.weakest.share': 0.45,
    });
  });

  it('take the gains an office measures as their mean over both products', () => {
    const facts = [
      flextime('2026-10-05', { staffEfficiencyGain: 0.4, errorReduction: 0.5 }),
      heliix('2026-10-05', { staffEfficiencyGain: 0.3 }),
    ];
    expect(figures({ facts })).toMatchObject({ 'efficiency.gain': 0.35, 'errors.reduction': 0.5 });
  });
});

describe('what people say and wait for', () => {
  const answer = (date: string, respondent: string | undefined, score: number) =>
    fact(
      'survey.answered',
      date,
      { surveyId: 'pulse', ...(respondent ? { respondent } : {}), score },
      { id: respondent ?? '' },
    );

  it('gives a mark of at least three people only, so that colleagues cannot read one person’s answer', () => {
    const three = [
      answer('2026-08-05', 'commissioner', 9),
      answer('2026-09-05', 'finance', 8),
      answer('2026-10-05', 'operations', 10),
    ];
    expect(figures({ facts: three })).toMatchObject({ 'satisfaction.mark': 9 });
    expect(figures({ facts: three.slice(1) })).not.toHaveProperty(['satisfaction.mark']);
    const onePerson = ['2026-08-05', '2026-09-05', '2026-10-05'].map((date) => answer(date, 'finance', 8));
    expect(figures({ facts: onePerson })).not.toHaveProperty(['satisfaction.mark']);
    const nameless = ['2026-08-05', '2026-09-05', '2026-10-05'].map((date) => answer(date, undefined, 8));
    expect(figures({ facts: nameless })).not.toHaveProperty(['satisfaction.mark']);
  });

  const opened = (date: string, ticketId: string) =>
    fact('ticket.opened', date, { ticketId, severity: 'normal', category: 'question' }, { id: ticketId });
  const resolved = (date: string, ticketId: string) => fact('ticket.resolved', date, { ticketId }, { id: ticketId });

  it('counts tickets, and those resolved by the end of the next day among those of which it is decided', () => {
    const facts = [
      ...[opened('2026-10-05', 'a'), resolved('2026-10-05', 'a')],
      ...[opened('2026-10-06', 'b'), resolved('2026-10-07', 'b')],
      ...[opened('2026-10-08', 'c'), resolved('2026-10-11', 'c')],
      opened('2026-10-09', 'd'),
      opened('2026-10-31', 'e'),
    ];
    expect(figures({ facts, today: '2026-11-01' })).toMatchObject({
      'tickets.opened': 5,
      'tickets.resolved': 3,
      'tickets.within-day': 0.5,
    });
    expect(figures({ facts, today: '2026-11-03' })).toMatchObject({ 'tickets.within-day': 0.4 });
  });

  it('knows of no tickets where none was ever recorded, and of a quiet month where some were', () => {
    expect(figures({ facts: [] })).not.toHaveProperty(['tickets.opened']);
    const quiet = figures({ facts: [opened('2026-08-08', 'a'), resolved('2026-08-09', 'a')] });
    expect(quiet).toMatchObject({ 'tickets.opened': 0, 'tickets.resolved': 0 });
    expect(quiet).not.toHaveProperty(['tickets.within-day']);
  });
});

describe('the contract', () => {
  it('is told with its end and its years; the budget as it comes near and not when it is over', () => {
    const on = (today: string) => figures({ facts: [], today, under: { ...contract, end: day('2027-06-30') } });
    expect(on('2026-11-03')).toMatchObject({ 'contract.end': '2027-06-30', 'contract.years': 1 });
    expect(on('2026-11-03')).not.toHaveProperty(['budget.lock']);
    expect(on('2027-02-01')).toMatchObject({ 'budget.lock': '2027-03-31', 'proposal.due': '2027-04-30' });
    expect(on('2027-04-01')).not.toHaveProperty(['budget.lock']);
    expect(on('2027-04-01')).toMatchObject({ 'proposal.due': '2027-04-30' });
    expect(on('2027-07-01')).toMatchObject({ 'anniversary.years': 1 });
  });

  it('that has not begun, or is not there, leaves the year’s figures out', () => {
    const before = figures({ facts: saved, under: { ...contract, start: day('2026-11-01') } });
    for (const id of ['savings.year', 'savings.promised', 'roi.promised']) expect(before).not.toHaveProperty([id]);
    const none = figures({ facts: saved, under: 'none' });
    expect(none).toMatchObject({ 'savings.month': 12_400_000, 'savings.total': 40_000_000 });
    for (const id of ['contract.end', 'savings.year', 'roi.realised']) expect(none).not.toHaveProperty([id]);
  });
});
