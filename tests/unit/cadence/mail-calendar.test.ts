import { describe, expect, it } from 'vitest';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import { client, day } from '#tests/fixtures/world.ts';

type Days = { readonly from: string; readonly to: string };
const covers = (spans: readonly Days[], date: string) => spans.some(({ from, to }) => from <= date && date <= to);
const blackoutsIn = (year: number, clientId = 'big-12', change = {}) =>
  mailCalendar(client(clientId, change), day(`${year}-06-01`)).blackouts;

describe('mail rests', () => {
  it.each([
    ['Thanksgiving 2024', '2024-11-28'],
    ['Thanksgiving 2025', '2025-11-27'],
    ['Thanksgiving 2026', '2026-11-26'],
    ['Thanksgiving 2028, of a leap year', '2028-11-23'],
    ['Thanksgiving when the first of November is a Thursday', '2029-11-22'],
    ['the day before Thanksgiving', '2026-11-25'],
    ['the Sunday after Thanksgiving', '2026-11-29'],
    ['the first week of December', '2026-12-07'],
    ['20 December', '2026-12-20'],
    ['2 January', '2027-01-02'],
    ['the first days of this year too', '2026-01-01'],
    ['the title game of the play-off of 2026', '2026-01-19'],
    ['8 March', '2026-03-08'],
    ['20 March', '2026-03-20'],
    ['the last week of June', '2026-06-24'],
    ['30 June', '2026-06-30'],
    ['22 August', '2026-08-22'],
    ['31 August', '2026-08-31'],
    ['the Big 12 media days of 2025', '2025-07-08'],
    ['the SEC media days of 2025', '2025-07-17'],
  ])('on %s', (_, date) => expect(covers(blackoutsIn(Number(date.slice(0, 4))), date)).toBe(true));

  it.each([
    '2026-11-30',
    '2026-12-08',
    '2026-12-19',
    '2027-01-03',
    '2026-03-07',
    '2026-03-21',
    '2026-06-23',
    '2026-08-21',
    '2026-09-01',
  ])('and goes on %s', (date) =>
    expect(
      covers(
        blackoutsIn(Number(date.slice(0, 4))).filter(({ because }) => !because.includes('first week')),
        date,
      ),
    ).toBe(false),
  );

  it.each(['2025-07-16', '2025-07-24', '2025-07-25'])('on media days of mid-majors, %s', (date) => {
    expect(covers(blackoutsIn(2025, 'american'), date)).toBe(true);
    expect(covers(blackoutsIn(2025, 'american'), '2025-07-08')).toBe(false);
  });

  it("in the last week of the client's own fiscal year", () => {
    const june = blackoutsIn(2026, 'sec', { fiscalYearEnd: '08-31' });
    expect(covers(june, '2026-06-26')).toBe(false);
    const february = { fiscalYearEnd: '02-29' };
    expect(covers(blackoutsIn(2028, 'sec', february), '2028-02-29')).toBe(true);
    expect(blackoutsIn(2027, 'sec', february)).toContainEqual(
      expect.objectContaining({ from: '2027-02-22', to: '2027-02-28' }),
    );
  });

  it.each([
    ['governing-body', ['Thanksgiving', 'the holidays, 20 December to 2 January']],
    ['professional-league', ['Thanksgiving', 'the holidays, 20 December to 2 January']],
    ['international-body', ['the holidays, 20 December to 2 January']],
  ] as const)('at a %s on holidays only', (type, expected) => {
    const names = new Set(blackoutsIn(2026, 'big-12', { type }).map(({ because }) => because));
    expect([...names].toSorted()).toEqual(expected);
  });
});

it('knows the last, this and the next year, so that a look over the turn of the year is right', () => {
  const { blackouts, trainingWindows } = mailCalendar(client('big-12'), day('2026-12-31'));
  for (const date of ['2025-12-24', '2026-12-24', '2027-01-02', '2027-12-24'])
    expect(covers(blackouts, date)).toBe(true);
  expect(trainingWindows.map(({ from }) => from)).toEqual(
    [2025, 2026, 2027].flatMap((year) => [`${year}-04-15`, `${year}-06-15`]),
  );
});

it('never keeps training from those whose season nobody knows', () => {
  const { trainingWindows } = mailCalendar(client('big-12', { type: 'international-body' }), day('2026-06-01'));
  for (const date of ['2026-01-01', '2026-10-10', '2026-12-31']) expect(covers(trainingWindows, date)).toBe(true);
});

it('lets the operator move media days: the default weeks are freed, the real days added', () => {
  const { blackouts } = mailCalendar(client('big-12'), day('2026-06-01'), {
    freed: [{ from: day('2026-07-01'), to: day('2026-07-31') }],
    added: [{ from: day('2026-07-08'), to: day('2026-07-09'), because: 'media days' }],
  });
  const july = blackouts.filter(({ from }) => from.startsWith('2026-07'));
  expect(july).toEqual([{ from: '2026-07-08', to: '2026-07-09', because: 'media days' }]);
  expect(covers(blackouts, '2025-07-08')).toBe(true);
});

it('frees days from the middle of a blackout', () => {
  const { blackouts } = mailCalendar(client('big-12'), day('2026-06-01'), {
    freed: [{ from: day('2026-03-12'), to: day('2026-03-13') }],
  });
  const dates = ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14'];
  expect(dates.map((date) => covers(blackouts, date))).toEqual([true, false, false, true]);
});
