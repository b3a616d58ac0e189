import type { Story } from '../story.ts';

/** A middling client: a slow first year with half of the features unused, then training, and every figure turns up. */
export const conferenceUsa: Story = {
  profile: {
    clientId: 'conference-usa',
    name: 'Conference USA',
    type: 'mid-major-conference',
    status: 'active',
    memberSchools: 11,
    staffSeats: 28,
    services: ['flextime'],
    timeZone: 'America/Chicago',
    fiscalYearEnd: '06-30',
  },
  contacts: [
    { role: 'commissioner', decisionMaker: true },
    { role: 'scheduling-associate', powerUser: true },
    { role: 'operations' },
    { role: 'finance' },
    { role: 'compliance-associate', joins: true },
  ],
  business: {
    contract: { years: 3, endsInMonths: 8, annualDollars: 72_000, promisedSavingsDollars: 600_000 },
    usage: [
      [-730, 0.86],
      [-150, 0.76],
      [-60, 0.92],
      [0, 0.98],
      [180, 1.02],
    ],
    dailySavingsDollars: 2_000,
    adoption: [
      [-730, 0.48],
      [-150, 0.49],
      [-60, 0.68],
      [0, 0.74],
      [180, 0.79],
    ],
    staffEfficiencyGain: [
      [-730, 0.12],
      [-150, 0.13],
      [0, 0.22],
    ],
    errorReduction: [
      [-730, 0.15],
      [-150, 0.17],
      [0, 0.27],
    ],
    satisfaction: [
      [-730, 6.4],
      [-150, 5.9],
      [-60, 7.4],
      [0, 7.8],
      [180, 8],
    ],
    paymentDays: [[-730, 34]],
    ticketsPerWeek: [
      [-730, 0.9],
      [-150, 1],
      [-60, 0.5],
    ],
    tickets: [
      { day: -171, severity: 'normal', category: 'training', resolvedOnDay: -169 },
      { day: -164, severity: 'normal', category: 'training', resolvedOnDay: -163 },
    ],
  },
  leadership: [
    { day: -4100, role: 'commissioner', change: 'appointed' },
    { day: -1300, role: 'scheduling-associate', change: 'appointed' },
    { day: -420, role: 'deputy-commissioner', change: 'appointed' },
  ],
};
