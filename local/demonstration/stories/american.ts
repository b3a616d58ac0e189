import type { Story } from '../story.ts';

/**
 * The client at risk: the one person who builds the schedules left, nobody took over, and an integration is broken. Two
 * months on a successor starts, is trained, and the office slowly comes back.
 */
export const american: Story = {
  profile: {
    clientId: 'american',
    name: 'American Conference',
    type: 'mid-major-conference',
    status: 'active',
    memberSchools: 13,
    staffSeats: 40,
    services: ['flextime', 'heliix'],
    timeZone: 'America/Chicago',
    fiscalYearEnd: '06-30',
  },
  contacts: [
    { role: 'commissioner', decisionMaker: true },
    { role: 'deputy-commissioner', decisionMaker: true },
    { role: 'compliance-associate', powerUser: true },
    { role: 'operations' },
    { role: 'finance' },
  ],
  business: {
    contract: { years: 3, endsInMonths: 1, annualDollars: 165_000, promisedSavingsDollars: 1_200_000 },
    usage: [
      [-730, 0.95],
      [-130, 1],
      [-60, 0.84],
      [0, 0.66],
      [60, 0.52],
      [210, 0.88],
    ],
    dailySavingsDollars: 4_300,
    adoption: [
      [-730, 0.76],
      [-130, 0.78],
      [0, 0.6],
      [60, 0.52],
      [210, 0.74],
    ],
    staffEfficiencyGain: [
      [-130, 0.24],
      [0, 0.13],
      [210, 0.23],
    ],
    errorReduction: [
      [-130, 0.31],
      [0, 0.18],
      [210, 0.3],
    ],
    satisfaction: [
      [-140, 8.3],
      [-60, 7.4],
      [0, 6.4],
      [60, 5.6],
      [210, 7.9],
    ],
    paymentDays: [
      [-190, 30],
      [-150, 125],
      [60, 125],
      [90, 40],
    ],
    ticketsPerWeek: [
      [-140, 0.6],
      [-100, 1.4],
      [60, 1.2],
      [150, 0.6],
    ],
    tickets: [
      { day: -72, severity: 'normal', category: 'integration', resolvedOnDay: 71 },
      { day: -38, severity: 'normal', category: 'integration', resolvedOnDay: 71 },
      { day: 9, severity: 'high', category: 'integration', resolvedOnDay: 74 },
    ],
  },
  leadership: [
    { day: -2400, role: 'scheduling-associate', change: 'appointed' },
    { day: -1700, role: 'deputy-commissioner', change: 'appointed' },
    { day: -900, role: 'commissioner', change: 'appointed' },
    { day: -143, role: 'scheduling-associate', change: 'departure-announced' },
    { day: -128, role: 'scheduling-associate', change: 'departed' },
    { day: 56, role: 'scheduling-associate', change: 'appointed' },
  ],
};
