import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Client, Contract } from '#shared/domain/clients/client.ts';
import { renewalStage } from '#shared/domain/clients/renewal-stage.ts';
import {
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  IsoDate,
  IsoMonth,
  lastDay,
  monthsBetween,
} from '#shared/domain/values/iso-date.ts';
import { Dollars, formatDollars } from '#shared/domain/values/money.ts';
import { client, day } from '#tests/fixtures/world.ts';

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '1999-12-31', '2026-11-20T00:00', ''])(
    '%j is no calendar day',
    (text) => {
      expect(IsoDate.safeParse(text).success).toBe(false);
    },
  );

  it('counts days that add up, over leap years', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2026-03-30'), -2)).toBe('2026-03-28');
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28');
  });

  it('counts months that add up', () => {
    const month = IsoMonth.parse('2026-11');
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (months) => {
        expect(monthsBetween(month, addMonths(month, months))).toBe(months);
      }),
    );
    expect(lastDay(IsoMonth.parse('2028-02'))).toBe('2028-02-29');
  });

  it('tells the day of the place, not of UTC', () => {
    expect(dateIn('America/Chicago', new Date('2026-11-21T03:00:00Z'))).toBe('2026-11-20');
  });
});

describe('money', () => {
  it.each([
    [18250, 1_825_000],
    [18250.5, 1_825_050],
    ['18250.50', 1_825_050],
    [0.1, 10],
    [0, 0],
  ])('reads %j dollars into cents exactly', (written, cents) => expect(Dollars.parse(written)).toBe(cents));

  it.each([-1, 1.005, '1,000', '1e3', 1e12, Number.NaN, Number.POSITIVE_INFINITY, '', ' 1'])(
    'refuses %j',
    (written) => {
      expect(Dollars.safeParse(written).success).toBe(false);
    },
  );

  it('loses no cent of any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        expect(Dollars.parse((cents / 100).toFixed(2))).toBe(cents);
      }),
    );
  });

  it('shows whole dollars', () => expect(formatDollars(Dollars.parse(18250.5))).toBe('$18,251'));
});

describe('the record of a client', () => {
  it.each([3, 21, 12.5])('refuses %d member schools', (memberSchools) => {
    expect(Client.safeParse(client('big-12', { memberSchools })).success).toBe(false);
  });

  it('refuses a contract under $25,000 a year, or one that ends before it begins', () => {
    const contract = { clientId: 'big-12', start: '2026-07-01', end: '2027-06-30', annualValueCents: 2_500_000 };
    expect(Contract.safeParse(contract).success).toBe(true);
    expect(Contract.safeParse({ ...contract, annualValueCents: 2_499_999 }).success).toBe(false);
    expect(Contract.safeParse({ ...contract, end: '2026-07-01' }).success).toBe(false);
  });

  it.each([
    ['2026-01-01', 'early'],
    ['2026-06-30', 'active'],
    ['2026-09-30', 'active'],
    ['2026-10-02', 'negotiation'],
    ['2026-12-31', 'negotiation'],
    ['2027-01-01', 'expired'],
  ])('on %s a contract to the end of 2026 is in the stage %s', (today, stage) => {
    expect(renewalStage(day(today), day('2026-12-31'))).toBe(stage);
  });
});
