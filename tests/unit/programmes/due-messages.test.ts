import { describe, expect, it } from 'vitest';
import { ClientType } from '#shared/domain/clients/client.ts';
import type { GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { show } from '#shared/domain/grounding/show.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { localMoment, type Proposal } from '#shared/domain/programmes/proposal.ts';
import { workingDaysOf } from '#shared/domain/programmes/working-days.ts';
import { mailCalendar } from '#shared/domain/season/mail-calendar.ts';
import { addMonths, firstDay, IsoMonth } from '#shared/domain/values/iso-date.ts';
import { catalogue } from '#shared/letters/catalogue.ts';
import { client, day } from '#tests/fixtures/world.ts';
import { contract, daily, fact, flextime, heliix } from '../figures/recorded.ts';
import { dueBetween, dueOn, office, person } from './situations.ts';

type Recorded = Parameters<typeof dueBetween>[2];
const occasions = (kind: MessageKind, from: string, to: string, recorded?: Recorded) => [
  ...new Set(
    dueBetween(from, to, recorded).flatMap(({ proposal }) => (proposal.kind === kind ? [proposal.occasion] : [])),
  ),
];

describe('the monthly review', () => {
  const use = daily('2026-07-01', '2026-12-31', (date) => flextime(date, { schedulingSessions: 20 }));

  it('is due for every month since the contract began, to executives and the day-to-day owner', () => {
    expect(occasions('monthly-review', '2026-07-01', '2026-12-31', { facts: use })).toEqual([
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    const readers = dueOn('2026-10-01', { facts: use }).filter(({ kind }) => kind === 'monthly-review');
    expect(readers.map(({ contactId }) => contactId)).toEqual([
      'commissioner',
      'deputy-commissioner',
      'scheduling-associate',
    ]);
  });

  it.each(ClientType.options)('is due for a %s in every month of years, and ends with its month', (type) => {
    for (let at = 0; at < 48; at++) {
      const month = addMonths(IsoMonth.parse('2026-08'), at);
      const of = client('big-12', { type });
      const { blackouts } = mailCalendar(of, firstDay(month));
      const days = workingDaysOf(month, blackouts);
      expect(days.length, month).toBeGreaterThan(4);
      for (const day of [days[0], days.at(-1)]) {
        const due = dueOn(day ?? '', { of, facts: use }).filter(({ kind }) => kind === 'monthly-review');
        expect(due.length, day).toBeGreaterThan(0);
        for (const { staleAt } of due) {
          expect(staleAt > `${days.at(-1)}T23`, staleAt).toBe(true);
          expect(staleAt <= localMoment(of.timeZone, firstDay(addMonths(month, 1)))).toBe(true);
        }
      }
    }
  });

  it('wants one meeting with all its readers, in the month it is sent in', () => {
    const [first, ...others] = dueOn('2026-10-01', { facts: use }).filter(({ kind }) => kind === 'monthly-review');
    expect(first?.meeting).toMatchObject({ meetingId: 'monthly-review-2026-09', minutes: 45, earliest: '2026-10-10' });
    expect(first?.meeting?.contactIds).toHaveLength(3);
    for (const { meeting } of others) expect(meeting).toEqual(first?.meeting);
  });

  it('is not written to a prospect or a churned client', () => {
    for (const status of ['prospect', 'churned'] as const)
      expect(dueOn('2026-10-01', { facts: use, of: client('big-12', { status }) })).toEqual([]);
  });
});

describe('a milestone', () => {
  const year = { from: '2026-07-02', to: '2026-12-31' } as const;
  const milestones = (facts: NonNullable<Recorded>['facts'], to: string = year.to) =>
    occasions('milestone', year.from, to, { facts: facts ?? [] });

  it('is the first schedule that was built', () => {
    const nothing = daily('2026-07-01', '2026-07-20', (date) => flextime(date, { optimizationRuns: 0 }));
    expect(milestones([...nothing, flextime('2026-07-21', { optimizationRuns: 3 })])).toEqual(['first-schedule']);
    expect(milestones(nothing)).toEqual([]);
  });

  it('is one million in travel savings, on the day of the report that passed it', () => {
    const facts = daily('2026-07-01', '2026-09-30', (date) => flextime(date, { travelSavingsCents: 2_000_000 }));
    const due = dueBetween(year.from, year.to, { facts }).filter(({ proposal }) => proposal.kind === 'milestone');
    // $20,000 a day: the fiftieth day, 19 August. The client's own executive and owner are told.
    expect(new Set(due.map(({ on, proposal }) => `${on} ${proposal.occasion}`))).toEqual(
      new Set(['2026-08-19 savings-1000000']),
    );
    expect(due.map(({ proposal }) => proposal.contactId)).toEqual(['commissioner', 'scheduling-associate']);
  });

  it('is one thousand hours saved', () =>
    expect(milestones(daily('2026-07-01', '2026-07-30', (date) => heliix(date, { hoursSaved: 40 })))).toEqual(
      expect.arrayContaining(['hours-1000']),
    ));

  it('is an anniversary of the contract', () => {
    const facts = daily('2026-07-01', '2026-07-10', (date) => flextime(date, { schedulingSessions: 1 }));
    expect(occasions('milestone', '2027-06-20', '2027-07-20', { facts })).toEqual(['anniversary-2026-07-01-1']);
    const told = dueOn('2027-07-02', { facts }).find(({ kind }) => kind === 'milestone')?.facts ?? [];
    // No mark was passed: "1" alone would stand in the mail like a figure.
    expect(told.map((each) => [each.id, said(each)])).toEqual([
      ['milestone.name', 'one year of working together'],
      ['milestone.reached', 'July 1, 2027'],
    ]);
  });

  it('is half, three quarters, nine tenths of all seats using the features, each once', () => {
    const share = (date: string) => ({ '2026-07': 0.4, '2026-08': 0.6, '2026-09': 0.55 })[date.slice(0, 7)] ?? 0.95;
    const facts = daily('2026-07-01', '2026-10-31', (date) =>
      flextime(date, { featureAdoption: { scheduling: share(date), travel: share(date) } }),
    );
    expect(milestones(facts)).toEqual(['adoption-50', 'adoption-90']);
  });
});

describe('an issue update', () => {
  const opened = (severity: string, date = '2026-10-06') =>
    fact('ticket.opened', date, { ticketId: 'T-7', severity, category: 'integration' }, { id: severity });
  const told = (facts: NonNullable<Recorded>['facts'], on: string) =>
    dueOn(on, { facts: facts ?? [] }).filter(({ kind }) => kind === 'issue-update');

  it('tells of a critical ticket at once, an executive too, past every cap', () => {
    const proposals = told([opened('critical')], '2026-10-06');
    expect(proposals.map(({ contactId }) => contactId)).toEqual(['deputy-commissioner', 'scheduling-associate']);
    expect(proposals.every(({ critical }) => critical)).toBe(true);
  });

  it('tells of its resolution just as promptly, and then no more of its opening', () => {
    const resolved = fact('ticket.resolved', '2026-10-07', { ticketId: 'T-7' });
    const proposals = told([opened('critical'), resolved], '2026-10-07');
    expect(proposals.map(({ occasion, critical }) => [occasion, critical])).toEqual(
      proposals.map(() => ['resolved-2026-10-07-T-7', true]),
    );
    expect(proposals).toHaveLength(2);
  });

  it('tells of a ticket that is high to those who run the office, under every cap like other mail', () => {
    const resolved = fact('ticket.resolved', '2026-10-07', { ticketId: 'T-7' });
    for (const facts of [[opened('high')], [opened('high'), resolved]]) {
      const proposals = told(facts, '2026-10-07');
      expect(proposals.map(({ contactId, critical }) => [contactId, critical])).toEqual([
        ['scheduling-associate', undefined],
      ]);
    }
  });

  it.each(['normal', 'low'])('leaves a ticket that is %s to the help desk', (severity) =>
    expect(told([opened(severity)], '2026-10-06')).toEqual([]),
  );

  it('does not tell old news', () => expect(told([opened('critical')], '2026-10-10')).toEqual([]));
});

it('asks for each step of the introduction by a date, not by a number of days', () => {
  const told = dueOn('2026-07-08').find(({ kind }) => kind === 'onboarding-step')?.facts ?? [];
  expect(told.map((each) => [each.id, said(each)])).toContainEqual(['onboarding.due', 'July 31, 2026']);
});

it('invites to a course whose name reads on in a sentence', () => {
  const invited = [person('scheduling-associate'), person('operations'), person('athletic-director')];
  const courses = dueOn('2027-04-15', { contacts: invited }).flatMap(({ kind, facts }) =>
    kind === 'training-invitation' ? [facts.slice(0, 2).map(said).join(': ')] : [],
  );
  expect(courses.sort()).toEqual([
    'Flextime hands-on: 30-minute hands-on demo',
    'Flextime in brief: 15-minute executive summary',
    'Flextime in depth: 60-minute session',
  ]);
});

describe('a welcome', () => {
  const welcomed = (contacts: NonNullable<Recorded>['contacts'], on: string) =>
    dueOn(on, { contacts: contacts ?? [], facts: [] }).flatMap(({ kind, contactId }) =>
      kind === 'welcome' ? [contactId] : [],
    );

  it('greets everyone when the first contract begins, and not again', () => {
    expect(welcomed(office, contract.start)).toHaveLength(3);
    expect(welcomed(office, '2026-10-01')).toEqual([]);
  });

  it('greets who joined later, and who is new to us', () => {
    const joined = person('operations', { introducedOn: '2026-09-28' as never });
    const { introducedOn: _, ...unknown } = person('finance');
    expect(welcomed([...office, joined, unknown], '2026-10-01')).toEqual(['operations', 'finance']);
  });

  it('gives seats to an office that begins, and to who joins it since when it has been with us', () => {
    const factsOf = (proposals: readonly Proposal[]) =>
      proposals.flatMap(({ kind, facts }) => (kind === 'welcome' ? facts.map((told) => [told.id, said(told)]) : []));
    expect(factsOf(dueOn(contract.start))).toEqual(office.map(() => ['seats', '64']));
    const joined = [...office, person('operations', { introducedOn: day('2026-09-28') })];
    expect(factsOf(dueOn('2026-10-01', { contacts: joined }))).toEqual([['welcome.since', 'July 2026']]);
    const earlier = [flextime('2025-03-04', { schedulingSessions: 1 }), heliix('2025-02-11', { hoursSaved: 1 })];
    expect(factsOf(dueOn('2026-10-01', { contacts: joined, facts: earlier }))).toEqual([
      ['welcome.since', 'February 2025'],
    ]);
  });
});

it('asks each person at most twice a year what they think', () => {
  const people = catalogue['survey-request'].audience;
  const due = dueBetween('2027-01-01', '2027-12-31', { contacts: people.map((role) => person(role)) }).filter(
    ({ proposal }) => proposal.kind === 'survey-request',
  );
  for (const role of people) expect(due.filter(({ proposal }) => proposal.contactId === role)).toHaveLength(2);
});

it('counts renewal letters back from the budget lock, to who decides and pays', () => {
  const letters = dueBetween('2027-07-01', '2028-06-30', { contacts: [...office, person('finance')] }).filter(
    ({ proposal }) => proposal.kind === 'renewal-letter',
  );
  expect(new Set(letters.map(({ on, proposal }) => `${on.slice(0, 7)} ${proposal.occasion.split('-')[0]}`)).size).toBe(
    3,
  );
  expect(
    letters
      .map(({ on }) => on)
      .sort()
      .at(-1)
      ?.slice(0, 7),
  ).toBe('2028-05');
});

const said = (told: GroundedFact) => show(told, 'en-US');
