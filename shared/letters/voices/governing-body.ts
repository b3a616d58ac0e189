import type { Voice } from '../voice.ts';

/** Accountable and plain: a body that answers to its members, its athletes and its funders, in writing. */
export const governingBody: Voice = {
  clientType: 'governing-body',
  tone: 'accountable',
  first: ['time', 'value', 'people', 'use'],
  greeting: {
    commissioner: 'Dear Chief Executive,',
    'compliance-associate': 'Dear colleagues in compliance,',
    anyone: 'Dear colleagues at {{fact:client.name}},',
  },
  closing: 'Yours sincerely,',
  scripts: {
    'monthly-review': {
      subject: '{{fact:client.name}}: account for {{fact:month}}',
      preheader: 'What was achieved with the resources entrusted to you.',
      opening: [
        'A {{fact:client.kind}} answers to its members and its funders.',
        'This is the account for {{fact:month}}, in figures you can quote.',
      ],
      next: [],
    },
    'usage-report': {
      subject: '{{fact:client.name}}: record of use, {{fact:month}}',
      preheader: 'Who relies on the system, and for what.',
      opening: ['This record shows how the system was used in {{fact:month}}. You may file it as it is.'],
      next: [
        'Most relied upon: {{fact:feature.best}}, by {{fact:feature.best.share}} of your staff.',
        'Least relied upon: {{fact:feature.weakest}}, by {{fact:feature.weakest.share}}.',
      ],
    },
    recommendation: {
      subject: '{{fact:client.name}}: a recommendation on record',
      preheader: 'Its reason and the figures behind it.',
      opening: ['We recommend the following, and state the figures it rests on.'],
      next: ['The decision rests with you. We will carry out whatever you decide and report on it.'],
    },
    milestone: {
      subject: '{{fact:client.name}}: on record, {{fact:milestone.name}}',
      preheader: 'For your next report to the members.',
      opening: ['We can report, to the credit of your staff: {{fact:milestone.name}}.'],
      next: ['You may enter it in your report as it stands. We can supply the evidence in the form you need.'],
    },
    welcome: {
      subject: '{{fact:client.name}}: how we will work for you',
      preheader: 'Our duties, the dates ahead, and where to turn.',
      opening: [
        'You have entrusted us with part of your administration, and a {{fact:client.kind}} is right to ask how we will treat it.',
        'We have answered to your colleagues since {{fact:welcome.since}}, and we answer to you from now on.',
        'This is what we will do.',
      ],
      next: ['Please tell us which of your rules and reporting duties we must respect from the outset.'],
    },
    'onboarding-step': {
      subject: '{{fact:client.name}}: next step of the introduction',
      preheader: 'What is due, and why it comes now.',
      opening: [
        'The introduction proceeds in order, so that each step can be checked before the next. This one comes now.',
      ],
      next: ['Please let us know when it is done, or what prevents it.'],
    },
    'training-invitation': {
      subject: '{{fact:client.name}}: instruction offered, {{fact:training.course}}',
      preheader: 'Open to the staff concerned, outside your competition calendar.',
      opening: [
        'Staff who must answer for a process should know its tools. The instruction offered is {{fact:training.course}}.',
      ],
      next: ['Please enroll the staff who answer for the process.'],
    },
    'survey-request': {
      subject: '{{fact:client.name}}: your assessment of our service',
      preheader: 'A single question; the answer goes on record.',
      opening: ['A service should be assessed by those it serves. We ask you for your assessment.'],
      next: ['We report back on what we change because of it.'],
    },
    'issue-update': {
      subject: '{{fact:client.name}}: status of ticket {{fact:ticket.number}}, {{fact:ticket.state}}',
      preheader: 'The record to date.',
      opening: ['For your records, this is the status of ticket {{fact:ticket.number}}.'],
      next: [],
    },
    'meeting-notice': {
      subject: '{{fact:client.name}}: amended appointment',
      preheader: 'Notice of an amendment, for the record.',
      opening: ['We give you notice of an amendment to the appointment at which we were to answer for our figures.'],
      next: ['Should the amendment be unsuitable, please inform us in writing and another date will be arranged.'],
    },
    'renewal-letter': {
      subject: '{{fact:client.name}}: review of our agreement',
      preheader: 'The results, the term, and the dates for your board.',
      opening: [
        'Our agreement is due for review: its term ends on {{fact:contract.end}}. Your board will want the results in writing.',
      ],
      next: ['We are ready to answer to your board, in person or in writing.'],
    },
  },
  expectations: [
    'Planned date of introduction: {{fact:golive}}.',
    'Seats under the agreement: {{fact:seats}}.',
    'Each month a written account of results, and a meeting at which we answer for it.',
    'Instruction for staff outside your competition calendar.',
    'Letters only on what concerns you, and each recipient may limit them further.',
  ],
  ticket: {
    open: 'We will report again when it is resolved.',
    rising: 'If the matter becomes more urgent, please inform us by reply.',
    resolved: 'If you find the matter is not settled, please reply, and it will be reopened and recorded as such.',
  },
  promise: {
    ahead:
      'Against our undertaking: {{fact:savings.year}} of travel cost avoided this contract year, {{fact:savings.against-promise}} of what was due by this date.',
    behind:
      'Against our undertaking: {{fact:savings.year}} of travel cost avoided this contract year, {{fact:savings.against-promise}} of what was due by this date. The shortfall is ours to explain.',
  },
  peers: {
    savings:
      'Compared with {{fact:peers.count}} {{fact:peers.group}}, your travel savings for each member are {{fact:peers.savings.position}}.',
    adoption: 'Your adoption is {{fact:peers.adoption.position}}.',
    alone:
      'Compared with {{fact:peers.count}} {{fact:peers.group}}, your adoption is {{fact:peers.adoption.position}}.',
    withheld:
      'This account contains no comparison with other bodies, since none could be made without disclosing theirs.',
  },
  praise: {
    title: 'Results to report',
    for: {
      'savings-up': 'Travel cost avoided is up {{fact:savings.change}} on the month before.',
      'hours-up': 'Staff time released for athletes and members is up {{fact:hours.change}}.',
      satisfied: 'Your staff assess the service at {{fact:satisfaction.mark}}.',
      'fast-support': 'Within a day, {{fact:tickets.within-day}} of tickets were resolved.',
      'adoption-high': 'Adoption is {{fact:adoption.share}}, so nearly everyone follows the same process.',
      'best-feature': '{{fact:feature.best}} is in regular use by {{fact:feature.best.share}} of your staff.',
    },
  },
  advice: {
    title: 'Our recommendation',
    for: {
      'behind-promise': [
        'We recommend a joint review of the events with the highest travel cost.',
        'We will document each alternative, so that the choice can be justified to your members.',
      ],
      budget: [
        'We recommend entering the results in your budget papers before {{fact:budget.lock}}.',
        'Travel cost avoided this contract year: {{fact:savings.year}}.',
        'Staff time released this contract year: {{fact:hours.year}}.',
      ],
      'weakest-feature': [
        'We recommend wider use of {{fact:feature.weakest}}, now with {{fact:feature.weakest.share}} of your staff.',
        'Where part of a process stays outside the system, its record is incomplete.',
      ],
      adoption: [
        'We recommend completing the introduction: adoption is {{fact:adoption.share}}.',
        'A process is accountable when everyone follows it. We will train whoever remains.',
      ],
      'keep-going': ['We recommend no change. The present practice meets its purpose.'],
    },
  },
  meeting: {
    title: 'Proposed meeting',
    says: ['We will answer for these figures and note what you decide. The invitation is attached.'],
    moved: { title: 'Amended date', says: ['The enclosed entry supersedes what was previously issued to you.'] },
    cancelled: {
      title: 'Appointment withdrawn',
      says: ['The enclosed entry withdraws what was previously issued to you. The written account stands as sent.'],
    },
  },
};
