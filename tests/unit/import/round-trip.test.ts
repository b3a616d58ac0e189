import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPortfolio } from '#local/import/portfolio-rows.ts';
import { withPlainLines } from '#local/import/source-format.ts';
import { readUsage } from '#local/import/usage-rows.ts';
import { ClientType, ContactRole, Service } from '#shared/domain/clients/client.ts';
import { Feature } from '#shared/domain/facts/usage.ts';

type Cells = Readonly<Record<string, string | number | undefined>>;

/** CSV as spreadsheets write it: columns in any order, CRLF or LF, cells quoted where they must be or everywhere. */
function csvOf(
  rows: readonly Cells[],
  names: readonly string[],
  { crlf, quoteAll }: { crlf: boolean; quoteAll: boolean },
) {
  const cell = (value: string | number | undefined) => {
    const text = String(value ?? '');
    return quoteAll || /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))].map((line) => line.map(cell).join(','));
  return `\uFEFF${lines.join(crlf ? '\r\n' : '\n')}\n`;
}

const style = fc.record({ crlf: fc.boolean(), quoteAll: fc.boolean() });
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));
const count = fc.integer({ min: 0, max: 1_000_000 });
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const cents = fc.integer({ min: 2_500_000, max: 99_999_999_999 });
const dollarsOf = (amount: number) => (amount % 100 === 0 ? amount / 100 : (amount / 100).toFixed(2));

it('any valid usage survives the way through CSV', () => {
  const counted = {
    dailyActiveUsers: count,
    schedulingSessions: count,
    travelSavingsCents: cents,
    staffEfficiencyGain: share,
  };
  const metrics = fc
    .record(
      { ...counted, featureAdoption: fc.dictionary(fc.constantFrom(...Feature.options), share, { minKeys: 1 }) },
      { requiredKeys: [] },
    )
    .filter((measured) => Object.keys(measured).length > 0);
  const report = fc.record({ clientId: slug, date, product: fc.constant('flextime'), metrics });
  const reports = fc.uniqueArray(report, { selector: (row) => `${row.clientId} ${row.date}`, maxLength: 20 });
  const features = Feature.options.map((feature) => `featureAdoption.${feature}`);
  const all = [
    'clientId',
    'date',
    'product',
    'dailyActiveUsers',
    'schedulingSessions',
    'travelSavings',
    'staffEfficiencyGain',
    ...features,
  ];
  fc.assert(
    fc.property(reports, fc.shuffledSubarray(all, { minLength: all.length }), style, (rows, names, written) => {
      const cells = rows.map(({ metrics: { featureAdoption = {}, travelSavingsCents, ...counts }, ...about }) => ({
        ...about,
        ...counts,
        ...(travelSavingsCents === undefined ? {} : { travelSavings: dollarsOf(travelSavingsCents) }),
        ...Object.fromEntries(
          Object.entries(featureAdoption).map(([feature, value]) => [`featureAdoption.${feature}`, value]),
        ),
      }));
      const { good, problems } = readUsage(withPlainLines(csvOf(cells, names, written)), 'csv');
      expect(problems).toEqual([]);
      expect(good.map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify(rows)));
    }),
    { numRuns: 100 },
  );
});

it('any valid client survives the way through CSV', () => {
  const client = fc.record({
    clientId: slug,
    name: fc
      .string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
      .filter((name) => name === name.trim() && !/[\r\n\0]/.test(name)),
    type: fc.constantFrom(...ClientType.options),
    status: fc.constantFrom('active', 'prospect', 'churned'),
    memberSchools: fc.integer({ min: 4, max: 20 }),
    staffSeats: fc.integer({ min: 1, max: 5000 }),
    services: fc.uniqueArray(fc.constantFrom(...Service.options), { minLength: 1 }),
    timeZone: fc.constantFrom('America/Chicago', 'America/Denver', 'Europe/Zurich'),
    fiscalYearEnd: fc.constantFrom('06-30', '08-31', '12-31'),
  });
  const contact = fc.record({
    role: fc.constantFrom(...ContactRole.options),
    mailbox: slug,
    decisionMaker: fc.boolean(),
    powerUser: fc.boolean(),
  });
  const contract = fc.record({ start: fc.constant('2025-07-01'), end: fc.constant('2027-06-30'), value: cents });
  const row = fc.record({
    client,
    contract: fc.option(contract, { nil: undefined }),
    contacts: fc.uniqueArray(contact, { selector: ({ mailbox }) => mailbox, maxLength: 5 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: (one) => one.client.clientId, maxLength: 10 }),
      style,
      (rows, written) => {
        const cells = rows.map((one) => ({
          ...one.client,
          services: one.client.services.join('+'),
          contractStart: one.contract?.start,
          contractEnd: one.contract?.end,
          annualContractValue: one.contract && dollarsOf(one.contract.value),
          contacts: one.contacts.map(contactCell).join('; '),
        }));
        const names = Object.keys(cells[0] ?? { clientId: '' });
        const { good, problems } = readPortfolio(withPlainLines(csvOf(cells, names, written)), 'csv');
        if (rows.length === 0) return;
        expect(problems).toEqual([]);
        expect(good.map(({ value }) => value.client)).toEqual(rows.map((one) => one.client));
        expect(good.map(({ value }) => value.contract?.annualValueCents)).toEqual(
          rows.map((one) => one.contract?.value),
        );
        expect(good.map(({ value }) => value.contacts.map(({ role, email }) => [role, email]))).toEqual(
          rows.map((one) => one.contacts.map(({ role, mailbox }) => [role, `${mailbox}@sec.example`])),
        );
      },
    ),
    { numRuns: 100 },
  );
});

const contactCell = ({
  role,
  mailbox,
  decisionMaker,
  powerUser,
}: {
  role: string;
  mailbox: string;
  decisionMaker: boolean;
  powerUser: boolean;
}) =>
  [
    role,
    `${mailbox}@sec.example`,
    ...(decisionMaker ? ['decision-maker'] : []),
    ...(powerUser ? ['power-user'] : []),
  ].join(':');
