/** The marks we congratulate on, in words: a phrase is not written in the reader's notation, so it holds no digits. */
const amounts: Readonly<Record<number, string>> = {
  100: 'one hundred',
  1000: 'one thousand',
  5000: 'five thousand',
  250000: 'a quarter of a million',
  500000: 'half a million',
  1000000: 'one million',
  2000000: 'two million',
  5000000: 'five million',
  10000000: 'ten million',
};

const years = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "one million"; an amount without words of its own keeps its digits. */
export const sayAmount = (amount: number): string => amounts[amount] ?? String(amount);

/** "one year", "three years" */
export const sayYears = (count: number): string => `${years[count - 1] ?? count} year${count === 1 ? '' : 's'}`;
