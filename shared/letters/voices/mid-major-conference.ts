import type { Voice } from '../voice.ts';

/** Practical and warm: a small office in which everybody does several jobs and money is counted. */
export const midMajorConference: Voice = {
  clientType: 'mid-major-conference',
  tone: 'practical',
  first: ['value', 'time', 'use', 'people'],
  greeting: {
    commissioner: 'Good day, Commissioner,',
    'athletic-director': 'Good day,',
    anyone: 'Hello,',
  },
  closing: 'Warmly,',
  scripts: {
    'monthly-review': {
      subject: 'Your {{fact:month}}: what it saved you',
      preheader: 'The money, the hours, and something worth trying.',
      opening: [
        'In a {{fact:client.kind}} office every dollar and every hour has a job already.',
        'So this review is about resource efficiency: what {{fact:month}} gave you back.',
      ],
      next: [],
    },
    'usage-report': {
      subject: 'Your {{fact:month}} at a glance',
      preheader: 'What got used, and what could take more off your desk.',
      opening: ['A quick look at {{fact:month}}: what your team used, so you can see where the time went.'],
      next: [
        'The favorite is {{fact:feature.best}}, with {{fact:feature.best.share}} of you using it.',
        '{{fact:feature.weakest}} is at {{fact:feature.weakest.share}}, so there may be an easy win there.',
      ],
    },
    recommendation: {
      subject: 'Something that could lighten your load',
      preheader: 'Small effort, taken from your own numbers.',
      opening: [
        'We went through your numbers looking for something that helps without taking much of your time. We found this.',
      ],
      next: ['If it sounds useful, reply and we will do the setting up.'],
    },
    milestone: {
      subject: 'You did it: {{fact:milestone.name}}',
      preheader: 'Worth a minute at your next staff meeting.',
      opening: [
        'You may have been too busy to notice, so here it is: {{fact:milestone.name}}.',
        'Well done, everyone at {{fact:client.name}}.',
      ],
      next: ['You did that with the people you have. Please pass our congratulations on to them.'],
    },
    welcome: {
      subject: 'Welcome to HELiiX, {{fact:client.name}}',
      preheader: 'Who we are, what comes next, and how little of your time it takes.',
      opening: [
        'We are glad you are here. We know a {{fact:client.kind}} office has no hands to spare, so we keep this simple.',
        'Your office has been with us since {{fact:welcome.since}}, and now you are part of it.',
        'Here is what to expect.',
      ],
      next: ['Questions are welcome at any point. Reply to this mail and a person answers.'],
    },
    'onboarding-step': {
      subject: 'Your next small step',
      preheader: 'It is short, and we can do it with you.',
      opening: ['You are getting there. This is the next small step.'],
      next: ['Short on time? Reply, and we will do it together.'],
    },
    'training-invitation': {
      subject: 'Time set aside for you: {{fact:training.course}}',
      preheader: 'Practical, and in your quiet weeks.',
      opening: ['We would like to show you {{fact:training.course}}, in the weeks when your desk is quieter.'],
      next: ['Come as you are and bring your own work; we will use it as the example.'],
    },
    'survey-request': {
      subject: 'How are we doing?',
      preheader: 'A single question, and we read every answer.',
      opening: ['We would like to know how we are doing, and we will not take more than a minute of your time.'],
      next: ['Good or bad, we read it, and we tell you what became of it.'],
    },
    'issue-update': {
      subject: 'Your ticket {{fact:ticket.number}} is {{fact:ticket.state}}',
      preheader: 'Here is the latest.',
      opening: ['You turned to us for help, and here is the latest on ticket {{fact:ticket.number}}.'],
      next: [],
    },
    'meeting-notice': {
      subject: 'A change to our call',
      preheader: 'A quick note so nobody waits for us.',
      opening: ['We had to change our call, and we know how full your days are, so we are telling you right away.'],
      next: ['Does that work for you? Just reply if not, and we will find something better together.'],
    },
    'renewal-letter': {
      subject: 'Looking ahead together, {{fact:client.name}}',
      preheader: 'What you got for your money, and the dates to know.',
      opening: [
        'Your agreement with us ends on {{fact:contract.end}}. Before you think about the next, see what this one gave you.',
      ],
      next: ['Money is tight and the decision is yours. We would like to keep working with you.'],
    },
  },
  expectations: [
    'You go live on {{fact:golive}}.',
    'You have {{fact:seats}} seats. Tell us who should get one.',
    'Once a month we tell you what you saved, on a page you can read over a coffee.',
    'Training comes in your quiet weeks, and we keep it short.',
    'We write when there is something to say. Too much? Tell us, or choose for yourself.',
  ],
  ticket: {
    open: 'We are on it, and you will hear from us as soon as it is done.',
    rising: 'If it gets in your way before then, reply to this mail.',
    resolved: 'If it still bothers you, reply and we will pick it up again.',
  },
  promise: {
    ahead:
      'So far this contract year {{fact:savings.year}} stayed out of the travel bill. That is {{fact:savings.against-promise}} of what we promised by now.',
    behind:
      'So far this contract year {{fact:savings.year}} stayed out of the travel bill. That is only {{fact:savings.against-promise}} of what we promised by now, and we want to make it up to you.',
  },
  peers: {
    savings:
      'Next to {{fact:peers.count}} {{fact:peers.group}}, your travel savings for each school are {{fact:peers.savings.position}}.',
    adoption: 'Your adoption is {{fact:peers.adoption.position}}.',
    alone: 'Next to {{fact:peers.count}} {{fact:peers.group}}, your adoption is {{fact:peers.adoption.position}}.',
    withheld: 'No comparison with other conferences this time: we only make it when nobody can be picked out of it.',
  },
  praise: {
    title: 'What went well',
    for: {
      'savings-up': 'The travel bill shrank further: savings are up {{fact:savings.change}}.',
      'hours-up': 'Your team got more of its week back, with hours saved up {{fact:hours.change}}.',
      satisfied: 'Your people are happy with it, at {{fact:satisfaction.mark}}.',
      'fast-support': 'When you asked for help it came: {{fact:tickets.within-day}} of tickets were done within a day.',
      'adoption-high': 'Nearly everyone is on board, with adoption at {{fact:adoption.share}}.',
      'best-feature': '{{fact:feature.best}} has found its place: {{fact:feature.best.share}} of you use it.',
    },
  },
  advice: {
    title: 'Worth trying next',
    for: {
      'behind-promise': [
        'Send us the trips that cost you the most.',
        'We will run them again and show you what can still be saved.',
      ],
      budget: [
        'Your budget locks on {{fact:budget.lock}}, so here is what you can put in the draft.',
        'Travel saved: {{fact:savings.year}}.',
        'Staff time saved: {{fact:hours.year}}.',
      ],
      'weakest-feature': [
        'Give {{fact:feature.weakest}} a try.',
        'Only {{fact:feature.weakest.share}} of you use it so far, and it is already paid for.',
        'We can sit down with whoever would use it most and set it up together.',
      ],
      adoption: [
        'Adoption is at {{fact:adoption.share}}, so some of what you pay for is still idle.',
        'Tell us who is left, and we will get them started at a time that suits them.',
      ],
      'keep-going': ['Nothing to change this time. What you are doing works.'],
    },
  },
  meeting: {
    title: 'Shall we talk?',
    says: ['Bring whatever is on your desk and we will sort it out. The invitation is attached.'],
    moved: { title: 'Let us talk then', says: ['Open the attached invitation and your calendar fixes itself.'] },
    cancelled: {
      title: 'No call after all',
      says: ['Enjoy the free time. The attached note removes it from your calendar.'],
    },
  },
};
