import { describe, expect, it } from 'vitest';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { client, day } from '#tests/fixtures/world.ts';
import { contract, daily, flextime, heliix } from '../figures/recorded.ts';
import { dueBetween, dueOn, office, person } from './situations.ts';

type Recorded = Parameters<typeof dueOn>[1];
const kindsOn = (kind: MessageKind, on: string, recorded?: Recorded) =>
  dueOn(on, recorded).filter((proposal) => proposal.kind === kind);
const used = (from: string, to: string, share: Readonly<Record<string, number>>) =>
  daily(from, to, (date) => flextime(date, { featureAdoption: share, schedulingSessions: 20 }));
const topics = (on: string, facts: NonNullable<Recorded>['facts']) =>
  kindsOn('recommendation', on, { facts: facts ?? [] }).map(({ occasion }) => occasion);

describe('a recommendation', () => {
  it('is about a feature that less than three in five people use, at a power conference', () => {
    const use = (weak: number) => used('2026-10-01', '2026-10-31', { scheduling: 0.9, analytics: weak });
    expect(topics('2026-11-20', use(0.59))).toEqual(['feature-analytics-2026-q4']);
    expect(topics('2026-11-20', use(0.6))).toEqual([]);
    expect(topics('2026-11-19', use(0.59))).toEqual([]);
  });

  it('is about adoption short of nine tenths only after half a year', () => {
    const facts = used('2026-07-01', '2027-01-31', { scheduling: 0.85, analytics: 0.85 });
    expect(topics('2026-12-30', facts)).toEqual([]);
    expect(topics('2027-01-20', facts)).toEqual(['adoption-2027-q1']);
    expect(topics('2027-01-20', used('2026-07-01', '2027-01-31', { scheduling: 0.9, analytics: 0.89 }))).toEqual([]);
    expect(topics('2027-01-20', used('2026-07-01', '2027-01-31', { scheduling: 0.9, analytics: 0.88 }))).toEqual([
      'adoption-2027-q1',
    ]);
  });
});

describe('an invitation to training', () => {
  it('does not reach compliance in July and August, its busy time, though the window is open', () => {
    const contacts = [person('compliance-associate'), person('scheduling-associate')];
    const invited = (on: string) => kindsOn('training-invitation', on, { contacts }).map(({ contactId }) => contactId);
    expect(invited('2027-06-20')).toEqual(['scheduling-associate', 'compliance-associate']);
    expect(invited('2027-07-02')).toEqual(['scheduling-associate']);
  });

  it('is not sent to who uses everything', () => {
    const invited = (share: number) =>
      kindsOn('training-invitation', '2027-04-20', {
        facts: used('2027-03-01', '2027-03-31', { scheduling: share }),
        contacts: [person('scheduling-associate')],
      });
    expect(invited(0.89)).toHaveLength(1);
    expect(invited(0.9)).toEqual([]);
  });
});

it('reports use to a mid-major conference every other month, to a power conference every month', () => {
  const months = (type: 'power-conference' | 'mid-major-conference') => {
    const of = client('big-12', { type });
    const facts = daily('2026-08-01', '2026-12-31', (date) => flextime(date, { schedulingSessions: 20 }));
    const due = dueBetween('2026-09-01', '2026-12-31', { facts, of }).filter(
      ({ proposal }) => proposal.kind === 'usage-report',
    );
    return due.map(({ proposal }) => proposal.occasion);
  };
  expect(months('power-conference')).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
  expect(months('mid-major-conference')).toEqual(['2026-09', '2026-11']);
});

it('asks nobody what they think in the first sixty days', () => {
  const contacts = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => person('operations', { contactId: id as never }));
  const under = (start: string) => ({ contacts, under: { ...contract, start: day(start) } });
  const asked = (start: string) => kindsOn('survey-request', '2026-10-20', under(start)).length;
  expect(asked('2026-08-21')).toBeGreaterThan(0);
  expect(asked('2026-08-22')).toBe(0);
});

it('congratulates once on two marks that one report passes, on the higher', () => {
  const facts = [heliix('2026-07-10', { hoursSaved: 1_200 })];
  const told = kindsOn('milestone', '2026-07-12', { facts, contacts: office.slice(0, 1) });
  expect(told.map(({ occasion }) => occasion)).toEqual(['hours-1000']);
});

describe('a renewal letter', () => {
  const letters = (on: string, under = contract) => kindsOn('renewal-letter', on, { under });

  it('names only dates that are still to come', () => {
    const dates = (on: string) => letters(on)[0]?.facts.map(({ id }) => id);
    expect(dates('2028-02-10')).toEqual(['contract.end', 'budget.lock', 'proposal.due']);
    expect(dates('2028-04-10')).toEqual(['contract.end', 'proposal.due']);
    expect(dates('2028-05-10')).toEqual(['contract.end']);
  });

  it('is not written before the contract has begun to show anything', () => {
    const short = { ...contract, start: day('2028-02-01') };
    expect(letters('2028-02-10', short)).toEqual([]);
    expect(letters('2028-04-10', short)).not.toEqual([]);
  });
});
