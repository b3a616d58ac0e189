/** How much of the full size a suite runs at: all of it in `npm run test:faults`, a little in `npm test`; CI says itself. */
const asked = process.env.CSM_FAULT_SHARE;
const share = Number(asked ?? 0.01);
if (!(share > 0 && share <= 1)) throw new Error('CSM_FAULT_SHARE is a number above 0, at most 1');

export const sized = (full: number, atLeast = 1): number => Math.max(atLeast, Math.round(full * share));

/** Months of a simulated life: a whole year wherever the suites of faults run, a season in `npm test`. */
export const monthsLived = asked === undefined ? 4 : 12;
