import type { Story } from '../story.ts';

/** The prospect: nothing bought, so nothing used; only people, and the changes among them. */
export const sec: Story = {
  profile: {
    clientId: 'sec',
    name: 'Southeastern Conference',
    type: 'power-conference',
    status: 'prospect',
    memberSchools: 16,
    staffSeats: 70,
    services: ['flextime'],
    timeZone: 'America/Chicago',
    fiscalYearEnd: '08-31',
  },
  contacts: [
    { role: 'commissioner', decisionMaker: true },
    { role: 'deputy-commissioner' },
    { role: 'scheduling-associate' },
    { role: 'finance' },
  ],
  leadership: [
    { day: -4200, role: 'commissioner', change: 'appointed' },
    { day: -95, role: 'deputy-commissioner', change: 'appointed' },
  ],
};
