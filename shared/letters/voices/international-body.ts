import type { Voice } from '../voice.ts';

/** Courteous and free of idiom: readers on every continent, many of whom read English as a second language. */
export const internationalBody: Voice = {
  clientType: 'international-body',
  tone: 'courteous',
  first: ['time', 'use', 'value', 'people'],
  greeting: {
    commissioner: 'Dear Secretary General,',
    'deputy-commissioner': 'Dear Deputy Secretary General,',
    anyone: 'Dear colleagues,',
  },
  closing: 'With kind regards,',
  scripts: {
    'monthly-review': {
      subject: '{{fact:client.name}}: summary of {{fact:month}}',
      preheader: 'A short summary, a proposal, and a date to meet.',
      opening: [
        'We have the pleasure of presenting the summary of {{fact:month}} for {{fact:client.name}}.',
        'It is kept short, as the work of an {{fact:client.kind}} leaves little time for reading.',
      ],
      next: [],
    },
    'usage-report': {
      subject: '{{fact:client.name}}: use of the platform in {{fact:month}}',
      preheader: 'An overview for the secretariat.',
      opening: ['Please find an overview of how your secretariat worked with the platform in {{fact:month}}.'],
      next: [
        'The function used most is {{fact:feature.best}} ({{fact:feature.best.share}} of users).',
        'The function used least is {{fact:feature.weakest}} ({{fact:feature.weakest.share}} of users).',
      ],
    },
    recommendation: {
      subject: '{{fact:client.name}}: a suggestion for your consideration',
      preheader: 'Based on the figures of your secretariat.',
      opening: ['Having studied your figures, we would like to suggest the following.'],
      next: ['We would be grateful for your opinion, in whichever time zone is convenient to you.'],
    },
    milestone: {
      subject: 'Congratulations to {{fact:client.name}}: {{fact:milestone.name}}',
      preheader: 'With our compliments to your secretariat.',
      opening: ['Please accept our congratulations to you and your colleagues on {{fact:milestone.name}}.'],
      next: ['You may wish to share this with your member federations. We would be honored to assist.'],
    },
    welcome: {
      subject: 'A welcome to {{fact:client.name}} from HELiiX',
      preheader: 'Our introduction, and the dates ahead.',
      opening: [
        'It is an honor to begin working with you. An {{fact:client.kind}} serves members in many languages and time zones, and we will respect both.',
        'Your colleagues have worked with us since {{fact:welcome.since}}, and we are pleased to welcome you among them.',
        'The next steps are these.',
      ],
      next: ['Please tell us in which time zone, and at which hours, we may contact you.'],
    },
    'onboarding-step': {
      subject: '{{fact:client.name}}: the next step together',
      preheader: 'A short step, with our assistance if you wish.',
      opening: ['Thank you for your patience during the introduction. We kindly ask you for the following step.'],
      next: ['Should you need assistance, please write to us and we will arrange it.'],
    },
    'training-invitation': {
      subject: 'Invitation: {{fact:training.course}}',
      preheader: 'At a time between your competitions.',
      opening: ['You and your colleagues are cordially invited to our session {{fact:training.course}}.'],
      next: ['Participants from all offices are welcome.'],
    },
    'survey-request': {
      subject: '{{fact:client.name}}: may we ask your opinion?',
      preheader: 'We would be grateful for a brief answer.',
      opening: ['Your opinion would help us to serve you better. We kindly ask you to answer a brief question.'],
      next: ['Thank you for your time.'],
    },
    'issue-update': {
      subject: '{{fact:client.name}}: ticket {{fact:ticket.number}} ({{fact:ticket.state}})',
      preheader: 'With an update for your secretariat.',
      opening: ['We would like to inform you about ticket {{fact:ticket.number}}.'],
      next: [],
    },
    'meeting-notice': {
      subject: '{{fact:client.name}}: change of our meeting',
      preheader: 'With our apologies for the inconvenience.',
      opening: [
        'We regret that we must ask you to note a change concerning the meeting to which we had the honor of inviting you.',
      ],
      next: ['We would be grateful for a short message if this causes any difficulty to your secretariat.'],
    },
    'renewal-letter': {
      subject: '{{fact:client.name}}: continuing our cooperation',
      preheader: 'A summary of our cooperation, and the dates to consider.',
      opening: [
        'Our agreement continues until {{fact:contract.end}}. We would be pleased to continue our cooperation with you beyond that date.',
      ],
      next: ['We are at your disposal for consultation with your executive board.'],
    },
  },
  expectations: [
    'The platform will be introduced on {{fact:golive}}.',
    'The number of seats available to your secretariat is {{fact:seats}}.',
    'Every month you will receive a short summary and a proposal for a meeting, at an hour that suits your time zone.',
    'Training will be offered between your competitions.',
    'We will write only when it is of use to you. You may choose the subjects, the hours, and how numbers are written.',
  ],
  ticket: {
    open: 'We will inform you as soon as it is resolved.',
    rising: 'If it becomes more urgent, please reply to this message.',
    resolved: 'If the solution does not meet your needs, please let us know by replying, and we will continue.',
  },
  promise: {
    ahead:
      'In the present contract year, travel costs have been reduced by {{fact:savings.year}}. This corresponds to {{fact:savings.against-promise}} of the amount foreseen to date.',
    behind:
      'In the present contract year, travel costs have been reduced by {{fact:savings.year}}. This corresponds to {{fact:savings.against-promise}} of the amount foreseen to date, and we regret the difference.',
  },
  peers: {
    savings:
      'In comparison with {{fact:peers.count}} {{fact:peers.group}}, your travel savings for each member are {{fact:peers.savings.position}}.',
    adoption: 'With regard to adoption, your position is {{fact:peers.adoption.position}}.',
    alone:
      'In comparison with {{fact:peers.count}} {{fact:peers.group}}, your adoption is {{fact:peers.adoption.position}}.',
    withheld:
      'Out of respect for the confidentiality of all members, no comparison with other federations is included.',
  },
  praise: {
    title: 'Positive developments',
    for: {
      'savings-up': 'Compared with the month before, travel savings are up {{fact:savings.change}}.',
      'hours-up': 'Your secretariat gained additional time, with hours saved up {{fact:hours.change}}.',
      satisfied: 'Your colleagues gave a rating of {{fact:satisfaction.mark}}.',
      'fast-support': 'Within a day, {{fact:tickets.within-day}} of your requests were answered with a solution.',
      'adoption-high': 'The platform has been adopted widely ({{fact:adoption.share}}).',
      'best-feature': '{{fact:feature.best}} is appreciated: {{fact:feature.best.share}} of users work with it.',
    },
  },
  advice: {
    title: 'A suggestion',
    for: {
      'behind-promise': [
        'We suggest examining together the competitions with the longest journeys.',
        'We will gladly prepare alternatives for each.',
      ],
      budget: [
        'Your budget will be closed on {{fact:budget.lock}}. The following results may be of use in its preparation.',
        'Reduction of travel costs: {{fact:savings.year}}.',
        'Working time gained: {{fact:hours.year}}.',
      ],
      'weakest-feature': [
        'We would like to draw your attention to {{fact:feature.weakest}}. It is used by {{fact:feature.weakest.share}} of your colleagues at present.',
        'An introduction can be offered at hours that suit each of your offices.',
      ],
      adoption: [
        'At present, adoption is {{fact:adoption.share}}.',
        'We would be glad to introduce the platform to the colleagues who have not yet had the opportunity.',
      ],
      'keep-going': ['We have no change to suggest, and we thank you for the excellent cooperation.'],
    },
  },
  meeting: {
    title: 'Invitation to a meeting',
    says: ['We look forward to hearing your views. The calendar invitation is attached to this message.'],
    moved: {
      title: 'The meeting will now be held on',
      says: ['The attached calendar message replaces our previous invitation.'],
    },
    cancelled: {
      title: 'The meeting is canceled',
      says: ['The attached calendar message withdraws our invitation. We hope to welcome you on another occasion.'],
    },
  },
};
