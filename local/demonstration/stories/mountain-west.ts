import type { Story } from '../story.ts';

/** A good client through a realignment: opponents are issued again, usage doubles for weeks, and nobody enjoys it. */
export const mountainWest: Story = {
  profile: {
    clientId: 'mountain-west',
    name: 'Mountain West Conference',
    type: 'mid-major-conference',
    status: 'active',
    memberSchools: 10,
    staffSeats: 34,
    services: ['flextime'],
    timeZone: 'America/Denver',
    fiscalYearEnd: '06-30',
  },
  contacts: [
    { role: 'commissioner', decisionMaker: true },
    { role: 'deputy-commissioner' },
    { role: 'scheduling-associate', powerUser: true },
    { role: 'operations' },
    { role: 'finance', decisionMaker: true },
  ],
  business: {
    contract: { years: 3, endsInMonths: 4, annualDollars: 150_000, promisedSavingsDollars: 900_000 },
    usage: [
      [-730, 0.95],
      [-260, 1],
      [-245, 1.7],
      [-205, 1.65],
      [-185, 1.04],
      [0, 1.06],
      [365, 1.1],
    ],
    dailySavingsDollars: 3_900,
    adoption: [
      [-730, 0.72],
      [-245, 0.78],
      [0, 0.83],
    ],
    staffEfficiencyGain: [
      [-730, 0.22],
      [0, 0.28],
    ],
    errorReduction: [
      [-730, 0.3],
      [0, 0.38],
    ],
    satisfaction: [
      [-730, 8.4],
      [-250, 8.4],
      [-230, 6],
      [-190, 6],
      [-150, 8],
      [0, 8.5],
    ],
    paymentDays: [[-730, 27]],
    ticketsPerWeek: [
      [-730, 0.5],
      [-250, 0.5],
      [-240, 2.4],
      [-205, 2.2],
      [-180, 0.6],
    ],
    tickets: [{ day: -238, severity: 'high', category: 'defect', resolvedOnDay: -237 }],
  },
  leadership: [
    { day: -2100, role: 'deputy-commissioner', change: 'appointed' },
    { day: -1420, role: 'commissioner', change: 'appointed' },
    { day: -1100, role: 'scheduling-associate', change: 'appointed' },
  ],
};
