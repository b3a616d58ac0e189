import { describe, expect, it } from 'vitest';
import { readPortfolio } from '#local/import/portfolio-rows.ts';

const cells = {
  clientId: 'big-12',
  name: 'Big 12 Conference',
  type: 'power-conference',
  status: 'active',
  memberSchools: '16',
  staffSeats: '64',
  services: 'flextime+heliix',
  timeZone: 'America/Chicago',
  fiscalYearEnd: '06-30',
  contractStart: '2025-07-01',
  contractEnd: '2028-06-30',
  annualContractValue: '"$420,000.00"',
  promisedAnnualSavings: '',
  contacts: 'commissioner:commissioner@big-12.example:decision-maker; operations:operations@big-12.example:power-user',
};
const csv = (change: Partial<typeof cells> = {}) =>
  readPortfolio(
    [Object.keys(cells), Object.values({ ...cells, ...change })].map((row) => row.join(',')).join('\n'),
    'csv',
  );

const big12 = {
  clientId: 'big-12',
  name: 'Big 12 Conference',
  type: 'power-conference',
  status: 'active',
  memberSchools: 16,
  staffSeats: 64,
  services: ['flextime', 'heliix'],
  timeZone: 'America/Chicago',
  fiscalYearEnd: '06-30',
};

describe('a portfolio file', () => {
  it('is read into a client, its contract and its contacts', () => {
    const { good, problems } = csv();
    expect(problems).toEqual([]);
    expect(good.map(({ value }) => value)).toMatchObject([
      {
        client: big12,
        contract: { clientId: 'big-12', start: '2025-07-01', end: '2028-06-30', annualValueCents: 42_000_000 },
        contacts: [
          { clientId: 'big-12', role: 'commissioner', decisionMaker: true, powerUser: false },
          { clientId: 'big-12', role: 'operations', decisionMaker: false, powerUser: true },
        ],
      },
    ]);
  });

  it('says the same in JSON, where a contact may have an id', () => {
    const row = {
      ...big12,
      contract: { start: '2025-07-01', end: '2028-06-30', annualValue: 420_000 },
      contacts: [
        { role: 'commissioner', email: 'commissioner@big-12.example', decisionMaker: true },
        { role: 'operations', email: 'operations@big-12.example', powerUser: true },
      ],
    };
    const [fromCsv, fromJson] = [csv(), readPortfolio(JSON.stringify([row]), 'json')].map(({ good }) => good[0]?.value);
    expect(fromJson).toEqual(fromCsv);
    const named = {
      ...row,
      contacts: [{ contactId: 'commissioner', role: 'commissioner', email: 'a@big-12.example' }],
    };
    expect(readPortfolio(JSON.stringify([named]), 'json').good[0]?.value.contacts[0]?.contactId).toBe('commissioner');
  });

  it('knows a person by the address, whatever the order and role', () => {
    const ids = (contacts: string) => csv({ contacts }).good[0]?.value.contacts.map(({ contactId }) => contactId) ?? [];
    const [first, second] = ids('operations:a@big-12.example;finance:b@big-12.example');
    expect(ids('finance:B@big-12.example;finance:A@big-12.example')).toEqual([second, first]);
    expect(first).not.toBe(second);
  });

  it('needs no contract for a prospect', () => {
    const { good, problems } = csv({
      status: 'prospect',
      contractStart: '',
      contractEnd: '',
      annualContractValue: '',
      contacts: '',
    });
    expect(problems).toEqual([]);
    expect(good[0]?.value).toMatchObject({ contract: undefined, contacts: [] });
  });

  it.each([
    [{ name: '' }, 2, 'name', 'is missing'],
    [
      { type: 'power' },
      3,
      'type',
      'use one of: power-conference, mid-major-conference, governing-body, professional-league, international-body; found "power"',
    ],
    [{ status: 'lost' }, 4, 'status', 'use one of: active, prospect, churned; found "lost"'],
    [{ memberSchools: '3' }, 5, 'memberSchools', 'must be at least 4; found 3'],
    [{ memberSchools: '21' }, 5, 'memberSchools', 'must be at most 20; found 21'],
    [{ staffSeats: 'many' }, 6, 'staffSeats', 'use a number without units, such as 18250 or 0.94; found "many"'],
    [{ services: 'flextime+scheduler' }, 7, 'services', 'use one of: flextime, heliix, custom; found "scheduler"'],
    [{ timeZone: 'Central' }, 8, 'timeZone', 'use an IANA time zone, for example America/Chicago; found "Central"'],
    [{ fiscalYearEnd: '6/30' }, 9, 'fiscalYearEnd', 'use MM-DD, for example 06-30; found "6/30"'],
    [{ contractStart: '' }, 10, 'contractStart', 'is missing'],
    [{ contractEnd: '2025-07-01' }, 11, 'contractEnd', 'must be after the start; found "2025-07-01"'],
    [
      { annualContractValue: '24999.99' },
      12,
      'annualContractValue',
      'a contract is worth at least $25,000 a year; found "24999.99"',
    ],
    [
      { promisedAnnualSavings: 'much' },
      13,
      'promisedAnnualSavings',
      'use dollars from 0 to 999999999.99 with at most two decimals, for example 18250 or 18250.50; found "much"',
    ],
    [{ contacts: 'operations' }, 14, 'contacts', 'is missing'],
    [
      { contacts: 'boss:a@big-12.example' },
      14,
      'contacts',
      'use one of: commissioner, deputy-commissioner, athletic-director, scheduling-associate, compliance-associate, operations, finance; found "boss"',
    ],
    [{ contacts: 'operations:a at big-12' }, 14, 'contacts', 'use an e-mail address; found "a at big-12"'],
    [
      { contacts: 'operations:a@big-12.example:vip' },
      14,
      'contacts',
      '"vip" does not belong in this row: leave it out',
    ],
    [
      { contacts: 'operations:a@big-12.example;finance:a@big-12.example' },
      14,
      'contacts',
      'this person is listed twice',
    ],
  ])('reports %j at its column', (change, column, field, reason) => {
    expect(csv(change).problems).toEqual([{ line: 2, column, field, reason }]);
  });

  it('reports a second row about the same client', () => {
    const rows = JSON.stringify([big12, { ...big12, name: 'Another' }], null, 1);
    expect(readPortfolio(rows, 'json').problems).toMatchObject([
      { line: 16, column: 2, reason: 'has the same clientId as line 2' },
    ]);
  });
});
