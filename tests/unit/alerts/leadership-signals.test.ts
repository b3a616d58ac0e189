import { describe, expect, it } from 'vitest';
import { leadershipSignals } from '#shared/domain/alerts/leadership-signals.ts';
import { LeadershipChange } from '#shared/domain/facts/leadership.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { client, day } from '#tests/fixtures/world.ts';

const american = client('american');
const today = day('2026-11-20');
const change = (role: string, what: string, daysAgo: number, school?: string) =>
  LeadershipChange.parse({
    clientId: 'american',
    date: addDays(today, -daysAgo),
    role,
    change: what,
    ...(school === undefined ? {} : { school }),
  });
const signals = (...changes: LeadershipChange[]) => leadershipSignals(american, changes, today);

describe('a change among the leaders', () => {
  it('opens the 30/60/90-day play, urgent where the relationship rests on the person', () => {
    expect(signals(change('commissioner', 'departure-announced', 2))).toMatchObject([
      {
        state: 'alarm',
        severity: 'urgent',
        tell: true,
        cause: { says: 'The commissioner of American announced a departure on 18 November 2026.' },
        dueOn: '2026-12-20',
        play: {
          name: 'Before they leave',
          steps: [{ dueOn: '2026-12-20' }, { dueOn: '2027-01-19' }, { dueOn: '2027-02-18' }],
        },
      },
    ]);
  });

  it('is a warning without a mail for an athletic director, one of many', () => {
    expect(signals(change('athletic-director', 'departed', 2, 'Member school 7'))).toMatchObject([
      {
        severity: 'warning',
        tell: false,
        cause: { says: 'The athletic director of Member school 7 (American) left on 18 November 2026.' },
      },
    ]);
  });

  it.each([
    [120, 1],
    [121, 0],
  ])('that is known only after %i days opens %i plays', (days, plays) => {
    expect(signals(change('commissioner', 'departed', days))).toHaveLength(plays);
  });

  it('counts by the latest news of each post', () => {
    expect(
      signals(
        change('commissioner', 'appointed', 3),
        change('commissioner', 'departed', 40),
        change('athletic-director', 'departed', 9, 'Member school 7'),
        change('athletic-director', 'departed', 9, 'MEMBER SCHOOL  7'),
      ),
    ).toMatchObject([{ cause: { change: 'appointed' } }, { cause: { role: 'athletic-director' } }]);
  });

  it('is over when the successor has been in office for 90 days, and not while the post is vacant', () => {
    expect(signals(change('commissioner', 'appointed', 90))).toMatchObject([
      { state: 'calm', key: 'leadership-change-commissioner' },
    ]);
    expect(signals(change('commissioner', 'departed', 300))).toEqual([]);
  });

  it('begins the play of a successor on the day they take office', () => {
    expect(signals(change('commissioner', 'appointed', -11))).toMatchObject([{ dueOn: addDays(today, 41) }]);
  });
});
