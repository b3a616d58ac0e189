import type { Voice } from '../voice.ts';

/** Results first and short: a business whose clubs are its owners and whose calendar is its product. */
export const professionalLeague: Voice = {
  clientType: 'professional-league',
  tone: 'results-first',
  first: ['value', 'use', 'time', 'people'],
  greeting: {
    commissioner: 'Commissioner,',
    finance: 'To the finance team,',
    anyone: 'To the league office,',
  },
  closing: 'Regards,',
  scripts: {
    'monthly-review': {
      subject: '{{fact:month}} by the numbers',
      preheader: 'Result, what works, next step.',
      opening: ['The result for {{fact:month}} first. Then what works, and the next step for a {{fact:client.kind}}.'],
      next: [],
    },
    'usage-report': {
      subject: 'Office activity, {{fact:month}}',
      preheader: 'What moves, and where it stalls.',
      opening: ['Activity for {{fact:month}}: what the office built, and with which tools.'],
      next: [
        'Most used: {{fact:feature.best}} at {{fact:feature.best.share}}.',
        'Least used: {{fact:feature.weakest}} at {{fact:feature.weakest.share}}.',
      ],
    },
    recommendation: {
      subject: 'Next step for {{fact:client.name}}',
      preheader: 'A single action, picked on your data.',
      opening: ['On your data, this is the action to take next.'],
      next: ['Approve it with a reply, and we take it from there.'],
    },
    milestone: {
      subject: 'Reached: {{fact:milestone.name}}',
      preheader: 'A line for your owners’ report.',
      opening: ['For the owners’ report: {{fact:milestone.name}}.'],
      next: ['The records behind it are available if your clubs ask for them.'],
    },
    welcome: {
      subject: '{{fact:client.name}} and HELiiX: kick-off',
      preheader: 'Dates, owners, first results.',
      opening: [
        'Your calendar is your product, and we treat it as that.',
        'The league has been a client since {{fact:welcome.since}}.',
        'The kick-off, in short:',
      ],
      next: ['Tell us who decides about the calendar on your side. We start there.'],
    },
    'onboarding-step': {
      subject: 'Your next action before launch',
      preheader: 'What it is, and where to turn if it is blocked.',
      opening: ['The launch is on track as long as this gets done.'],
      next: ['Blocked? Reply with what blocks you.'],
    },
    'training-invitation': {
      subject: '{{fact:training.course}}: pick a slot',
      preheader: 'Off-season, and no longer than it has to be.',
      opening: ['{{fact:training.course}} pays off from the first fixture build. We run it while the clubs are off.'],
      next: ['Send the people who build the calendar. Nobody else needs to come.'],
    },
    'survey-request': {
      subject: 'Rate us',
      preheader: 'A single question.',
      opening: ['You measure everything. Measure us.'],
      next: ['A low mark tells us where to start.'],
    },
    'issue-update': {
      subject: 'Ticket {{fact:ticket.number}}: {{fact:ticket.state}}',
      preheader: 'Current state.',
      opening: ['Ticket {{fact:ticket.number}}, current state:'],
      next: [],
    },
    'meeting-notice': {
      subject: 'Working session: schedule update',
      preheader: 'Calendar change inside.',
      opening: ['Schedule update for our working session.'],
      next: ['Conflict? Reply and we rebook.'],
    },
    'renewal-letter': {
      subject: '{{fact:client.name}}: terms for the next seasons',
      preheader: 'Return to date, and the timetable.',
      opening: ['The agreement expires on {{fact:contract.end}}. What it has returned is below; judge it on that.'],
      next: ['If the return convinces you, we would settle this before your next calendar is built.'],
    },
  },
  expectations: [
    'Go-live: {{fact:golive}}.',
    'Seats: {{fact:seats}}.',
    'Results, monthly, in numbers. A working session on top of them.',
    'Training between seasons. Short.',
    'Mail on results and decisions. Set the frequency yourself.',
  ],
  ticket: {
    open: 'Next message: when it is resolved.',
    rising: 'More urgent now? Reply.',
    resolved: 'Not fixed on your end? Reply and it is open again.',
  },
  promise: {
    ahead:
      'Contract year to date: {{fact:savings.year}} saved on club travel, {{fact:savings.against-promise}} of target. On plan.',
    behind:
      'Contract year to date: {{fact:savings.year}} saved on club travel, {{fact:savings.against-promise}} of target. Off plan, and being worked on.',
  },
  peers: {
    savings:
      'Benchmark, {{fact:peers.count}} {{fact:peers.group}}: your travel savings for each club are {{fact:peers.savings.position}}.',
    adoption: 'Adoption: {{fact:peers.adoption.position}}.',
    alone: 'Benchmark, {{fact:peers.count}} {{fact:peers.group}}: your adoption is {{fact:peers.adoption.position}}.',
    withheld: 'Benchmark against other leagues: not available.',
  },
  praise: {
    title: 'What works',
    for: {
      'savings-up': 'Savings up {{fact:savings.change}} month on month.',
      'hours-up': 'Office hours saved up {{fact:hours.change}} month on month.',
      satisfied: 'User rating: {{fact:satisfaction.mark}}.',
      'fast-support': 'Tickets closed within a day: {{fact:tickets.within-day}}.',
      'adoption-high': 'Adoption: {{fact:adoption.share}}. The platform is standard practice.',
      'best-feature': '{{fact:feature.best}}: {{fact:feature.best.share}} of users.',
    },
  },
  advice: {
    title: 'Next step',
    for: {
      'behind-promise': [
        'Re-run the road trips with the highest cost per game before fixtures are released.',
        'We deliver options; you pick.',
      ],
      budget: [
        'Get the numbers into the plan before it closes on {{fact:budget.lock}}.',
        'Saved on travel: {{fact:savings.year}}.',
        'Office time saved: {{fact:hours.year}}.',
      ],
      'weakest-feature': [
        'Push {{fact:feature.weakest}}. Use is at {{fact:feature.weakest.share}}.',
        'You pay for all of it; put it to work.',
      ],
      adoption: ['Close the gap: adoption is at {{fact:adoption.share}}.', 'Give us the list of names and a date.'],
      'keep-going': ['No change. The numbers support what you do now.'],
    },
  },
  meeting: {
    title: 'Working session',
    says: ['Agenda: result, risks, decisions. The invitation is attached.'],
    moved: { title: 'New slot', says: ['Accept the attached update; the old slot is void.'] },
    cancelled: { title: 'Canceled', says: ['Slot released. Attached update deletes it.'] },
  },
};
