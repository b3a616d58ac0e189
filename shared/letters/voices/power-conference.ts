import type { Voice } from '../voice.ts';

/** Confident and strategic: a commissioner who compares the conference with its rivals and answers to presidents. */
export const powerConference: Voice = {
  clientType: 'power-conference',
  tone: 'strategic',
  first: ['value', 'time', 'people', 'use'],
  greeting: {
    commissioner: 'Commissioner,',
    'deputy-commissioner': 'Dear Deputy Commissioner,',
    'athletic-director': 'Dear Athletic Director,',
    anyone: 'To the {{fact:client.name}} office,',
  },
  closing: 'Respectfully,',
  scripts: {
    'monthly-review': {
      subject: '{{fact:client.name}}: {{fact:month}} in review',
      preheader: 'What the month returned, and the move we would make next.',
      opening: [
        'For a {{fact:client.kind}} conference, the schedule and the office behind it are strategic assets.',
        'Here is what yours returned in {{fact:month}}.',
      ],
      next: [],
    },
    'usage-report': {
      subject: '{{fact:client.name}}: how your team worked in {{fact:month}}',
      preheader: 'Where the platform carries the work, and where it could carry more.',
      opening: ['Results start with how your staff work. These are the figures behind {{fact:month}}.'],
      next: [
        '{{fact:feature.best}} leads: {{fact:feature.best.share}} of your people use it.',
        'The most room is in {{fact:feature.weakest}}, at {{fact:feature.weakest.share}}.',
      ],
    },
    recommendation: {
      subject: '{{fact:client.name}}: the move we would make next',
      preheader: 'Taken from your own figures.',
      opening: ['We read your figures for what would move the conference furthest. This stands out.'],
      next: ['Tell us to proceed and we will set it up with your staff.'],
    },
    milestone: {
      subject: '{{fact:client.name}}: {{fact:milestone.name}}',
      preheader: 'Stated plainly, with the record behind it.',
      opening: ['{{fact:client.name}} has reached a mark worth stating plainly: {{fact:milestone.name}}.'],
      next: [
        '{{fact:milestone.value}} is a result you can put before your presidents and athletic directors.',
        'Should you want the record behind it on a page, say so and we will prepare it.',
      ],
    },
    welcome: {
      subject: 'Welcome, {{fact:client.name}}: the plan from here',
      preheader: 'What happens next, and what you can hold us to.',
      opening: [
        'A {{fact:client.kind}} conference competes in its office as well as on the field. We are here for the office.',
        'Your conference has worked with us since {{fact:welcome.since}}, and this is where you come in.',
        'This is the plan from here.',
      ],
      next: ['Hold us to it. Reply to this mail with whatever should come first for you.'],
    },
    'onboarding-step': {
      subject: '{{fact:client.name}}: the next step of your roll-out',
      preheader: 'A short step that the rest of the roll-out builds on.',
      opening: ['Your roll-out is under way. The next step clears the way for everything after it.'],
      next: ['If something stands in its way, tell us today and we will remove it.'],
    },
    'training-invitation': {
      subject: '{{fact:training.course}}, for the {{fact:client.name}} office',
      preheader: 'In your off-season, while there is time to prepare.',
      opening: [
        'The season leaves your staff room now. We have kept time in these weeks for {{fact:training.course}}.',
      ],
      next: ['Choose the slot that suits your calendar; we work around the rest.'],
    },
    'survey-request': {
      subject: '{{fact:client.name}}: your verdict on our work',
      preheader: 'A single question; it takes a minute.',
      opening: ['We hold ourselves to the standard you hold your conference to. Your verdict sets our priorities.'],
      next: ['Your answer is read by the person who acts on it.'],
    },
    'issue-update': {
      subject: '{{fact:client.name}}: ticket {{fact:ticket.number}} is {{fact:ticket.state}}',
      preheader: 'Where it stands.',
      opening: ['This is where ticket {{fact:ticket.number}} stands. Your operation should not wait on us.'],
      next: [],
    },
    'meeting-notice': {
      subject: '{{fact:client.name}}: our strategy session has changed',
      preheader: 'Please adjust the plan for your day.',
      opening: [
        'Your calendar is set well ahead, so here is the change to our session while there is still time to plan around it.',
      ],
      next: ['Should the new slot be difficult, say so and we will move to suit your schedule.'],
    },
    'renewal-letter': {
      subject: '{{fact:client.name}}: the record ahead of your renewal',
      preheader: 'The record so far, and the dates that matter.',
      opening: [
        'Your agreement runs until {{fact:contract.end}}. The decision deserves evidence, so here is the record.',
      ],
      next: ['We would like the next term to be judged on results agreed beforehand. Let us settle which.'],
    },
  },
  expectations: [
    'Go-live: {{fact:golive}}.',
    'Seats for your staff: {{fact:seats}}.',
    'Each month a review of what the platform returned, and a session on what to do about it.',
    'Training in the weeks your seasons leave open, fitted to each role.',
    'Mail only when it carries a decision or a figure. You set how often, and about what.',
  ],
  ticket: {
    open: 'You will hear from us when it is resolved.',
    rising: 'Should it become more urgent, reply and we will move it up.',
    resolved: 'Should it not be resolved to your satisfaction, reply and we will reopen it at once.',
  },
  promise: {
    ahead:
      'The business case holds: {{fact:savings.year}} of travel savings this contract year, {{fact:savings.against-promise}} of what we promised to date.',
    behind:
      'You stand at {{fact:savings.year}} of travel savings this contract year: {{fact:savings.against-promise}} of what we promised to date. We own that gap.',
  },
  peers: {
    savings:
      'Set against peer conferences ({{fact:peers.count}} {{fact:peers.group}}), your travel savings for each school are {{fact:peers.savings.position}}.',
    adoption: 'On adoption you are {{fact:peers.adoption.position}}.',
    alone:
      'Set against peer conferences ({{fact:peers.count}} {{fact:peers.group}}), your adoption is {{fact:peers.adoption.position}}.',
    withheld:
      'This review holds no comparison with peer conferences. We make it only where no conference can be recognized.',
  },
  praise: {
    title: 'Where you gained ground',
    for: {
      'savings-up': 'Travel cost the conference less: savings are up {{fact:savings.change}} on the month before.',
      'hours-up': 'More staff time came back to the office: hours saved are up {{fact:hours.change}}.',
      satisfied: 'Your people rate the work {{fact:satisfaction.mark}}.',
      'fast-support':
        'Your staff were not kept waiting: {{fact:tickets.within-day}} of tickets were resolved within a day.',
      'adoption-high': 'Adoption stands at {{fact:adoption.share}}. The platform is now how your office works.',
      'best-feature': '{{fact:feature.best}} is established: {{fact:feature.best.share}} of your people use it.',
    },
  },
  advice: {
    title: 'The move we would make next',
    for: {
      'behind-promise': [
        'Put the sports with the longest trips through another optimization before their dates are final.',
        'Name them and we will bring you the options with the savings of each.',
      ],
      budget: [
        'Take your result into the budget before it locks on {{fact:budget.lock}}.',
        'The savings figure to carry: {{fact:savings.year}}.',
        'The time figure to carry: {{fact:hours.year}} saved.',
      ],
      'weakest-feature': [
        'Bring {{fact:feature.weakest}} up to the level of the rest.',
        'It is used by {{fact:feature.weakest.share}} of your people, and your contract covers all of them.',
        'A short briefing for the staff concerned is enough to begin; we will lead it.',
      ],
      adoption: [
        'Extend the platform to the staff who are not on it yet: adoption is at {{fact:adoption.share}}.',
        'A word from the top carries further than any training of ours.',
      ],
      'keep-going': ['Hold the course. The figures give no reason to change what works.'],
    },
  },
  meeting: {
    title: 'A strategy session',
    says: ['We will bring the figures and the options; you set the direction. The invitation is attached.'],
    moved: {
      title: 'The session moves to',
      says: ['The attached update puts the right slot in your calendar and removes what it replaces.'],
    },
    cancelled: {
      title: 'The session will not take place',
      says: ['It had been set for the slot above; the attached update clears it.'],
    },
  },
};
