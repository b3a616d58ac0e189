import { describe, expect, it } from 'vitest';
import { budgetCalendarOf } from '#shared/domain/figures/budget-lock.ts';
import { contractYearOf, yearsAfter } from '#shared/domain/figures/contract-year.ts';
import { day } from '#tests/fixtures/world.ts';

describe('the budget calendar', () => {
  it.each([
    ['Big 12 at the end of June', '06-30', '2027-06-30', '2027-03-31', '2027-04-30'],
    ['SEC at the end of August, two months later', '08-31', '2027-08-31', '2027-05-31', '2027-06-30'],
    [
      'a contract that ends within the fiscal year, whose renewal that year already pays',
      '06-30',
      '2026-12-31',
      '2026-03-31',
      '2026-04-30',
    ],
    ['a contract that ends a day before the fiscal year', '06-30', '2027-06-29', '2026-03-31', '2026-04-30'],
    ['the calendar year', '12-31', '2027-12-31', '2027-09-30', '2027-10-31'],
    ['the last day of February', '02-29', '2027-02-28', '2026-11-30', '2026-12-31'],
  ])('of %s', (_, fiscalYearEnd, end, lock, proposalDue) => {
    const contract = { start: day('2024-07-01'), end: day(end) };
    expect(budgetCalendarOf({ fiscalYearEnd }, contract)).toMatchObject({ lock, proposalDue });
  });

  it('is not told when the budget was locked before the contract began', () => {
    const contract = { start: day('2026-05-01'), end: day('2026-12-31') };
    expect(budgetCalendarOf({ fiscalYearEnd: '06-30' }, contract)).toBeUndefined();
  });
});

describe('a contract year', () => {
  const contract = { start: day('2024-07-15'), end: day('2027-07-14') };
  it.each([
    ['2024-07-14', undefined],
    ['2024-07-15', { from: '2024-07-15', passed: 1 / 365 }],
    ['2025-07-14', { from: '2024-07-15', passed: 1 }],
    ['2025-07-15', { from: '2025-07-15', passed: 1 / 365 }],
    ['2027-07-14', { from: '2026-07-15', passed: 1 }],
    ['2027-07-15', undefined],
  ])('on %s is %o', (on, expected) => {
    const year = contractYearOf(contract, day(on));
    expect(year).toEqual(expected);
  });

  it('of one that began on a leap day begins on the last of February', () => {
    expect(yearsAfter(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(yearsAfter(day('2024-02-29'), 4)).toBe('2028-02-29');
  });
});
