import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeadershipChange } from '#shared/domain/facts/leadership.ts';
import { leadersOf } from '#shared/domain/leadership/leaders.ts';
import { day } from '#tests/fixtures/world.ts';

const today = day('2026-11-20');
const change = (role: string, what: string, date: string, school?: string) =>
  LeadershipChange.parse({ clientId: 'american', date, role, change: what, ...(school ? { school } : {}) });

const told = [
  change('commissioner', 'appointed', '2024-06-01'),
  change('commissioner', 'departure-announced', '2026-11-01'),
  change('scheduling-associate', 'appointed', '2020-01-01'),
  change('scheduling-associate', 'departed', '2026-10-01'),
  change('athletic-director', 'departed', '2026-09-01', 'Member school 10'),
  change('athletic-director', 'appointed', '2026-09-01', 'Member school 10'),
  change('athletic-director', 'departed', '2026-08-01', 'Member school 9'),
];

describe('the leaders of a client', () => {
  it('are one a post, with tenure, announced departure and vacancy; a post nobody told of is unknown', () => {
    expect(leadersOf(told, today)).toMatchObject([
      { role: 'commissioner', state: 'leaving', since: '2024-06-01', tenureDays: 902, leavingSince: '2026-11-01' },
      { role: 'deputy-commissioner', state: 'unknown' },
      { role: 'scheduling-associate', state: 'vacant', since: undefined, vacantSince: '2026-10-01' },
      { role: 'athletic-director', school: 'Member school 9', state: 'vacant' },
      { role: 'athletic-director', school: 'Member school 10', state: 'in-office', since: '2026-09-01' },
    ]);
  });

  it('are those of the day that is asked about', () => {
    expect(leadersOf(told, day('2026-09-15'))).toMatchObject([
      { role: 'commissioner', state: 'in-office', tenureDays: 836 },
      { role: 'deputy-commissioner' },
      { role: 'scheduling-associate', state: 'in-office' },
      {},
      {},
    ]);
  });

  it('do not depend on the order of the news, nor on hearing it twice', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: told.length }), (shuffled) => {
        expect(leadersOf([...shuffled, ...shuffled], today)).toEqual(leadersOf(told, today));
      }),
    );
  });
});
