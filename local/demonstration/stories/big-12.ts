import type { Story } from '../story.ts';

/** The reference client: uses everything, saves what was promised and more, answers nines and tens, pays early. */
export const bigTwelve: Story = {
  profile: {
    clientId: 'big-12',
    name: 'Big 12 Conference',
    type: 'power-conference',
    status: 'active',
    memberSchools: 16,
    staffSeats: 64,
    services: ['flextime', 'heliix'],
    timeZone: 'America/Chicago',
    fiscalYearEnd: '06-30',
  },
  contacts: [
    { role: 'commissioner', decisionMaker: true },
    { role: 'deputy-commissioner', decisionMaker: true },
    { role: 'scheduling-associate', powerUser: true },
    { role: 'compliance-associate', powerUser: true },
    { role: 'operations' },
    { role: 'finance' },
  ],
  business: {
    contract: { years: 4, endsInMonths: 14, annualDollars: 420_000, promisedSavingsDollars: 3_600_000 },
    usage: [
      [-730, 0.82],
      [-365, 1],
      [0, 1.18],
      [365, 1.36],
    ],
    dailySavingsDollars: 17_500,
    adoption: [
      [-730, 0.88],
      [-365, 0.93],
      [0, 0.955],
    ],
    staffEfficiencyGain: [
      [-730, 0.31],
      [-365, 0.37],
      [0, 0.41],
    ],
    errorReduction: [
      [-730, 0.44],
      [-365, 0.52],
      [0, 0.57],
    ],
    satisfaction: [
      [-730, 9.2],
      [0, 9.6],
    ],
    paymentDays: [[-730, 19]],
    ticketsPerWeek: [[-730, 0.6]],
    tickets: [],
  },
  leadership: [
    { day: -2900, role: 'scheduling-associate', change: 'appointed' },
    { day: -1900, role: 'deputy-commissioner', change: 'appointed' },
    { day: -1570, role: 'commissioner', change: 'appointed' },
  ],
};
