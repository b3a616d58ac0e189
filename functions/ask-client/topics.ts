import { fitting, plays } from '#shared/domain/agents/plays.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';

import {
  dimensionsIn,
  expected,
  hours,
  type Line,
  moved,
  movesIn,
  people,
  savings,
  sessions,
  standing,
  stays,
  tickets,
} from './lines.ts';

/** Something a question may be about. */
export interface Topic {
  /** What names it, by commas; `adopt*` is every word that begins so. */
  readonly words: string;
  /** What is said of it, as far as it is known. */
  readonly says: readonly Line[] | ((sheet: FactSheet) => readonly Line[]);
  /** What any evidence must speak of to be said, too. */
  readonly evidence?: RegExp;
  /** Told only where a question names nothing more telling. */
  readonly general?: true;
  /** It says its own dates, so that a month in the question asks for no other figures. */
  readonly dated?: true;
}

/** The topics, and what the operator may want to know of each. */
export const topics: readonly Topic[] = [
  {
    words: 'seat*, licen*',
    says: [
      'They have {{fact:seats}} licensed seats.',
      '{{fact:adoption.evidence.2}}.',
      'In {{fact:month}} a feature was used by {{fact:adoption.share}} of seats on average.',
    ],
  },
  {
    words: 'adopt*, featur*, unused',
    says: [
      ...moved('adoption'),
      'Adoption stands at {{fact:adoption.score}}.',
      'The most used feature in {{fact:month}} was {{fact:feature.best}} with {{fact:feature.best.share}} of seats, the least used {{fact:feature.weakest}} with {{fact:feature.weakest.share}}.',
      'In {{fact:month}} a feature was used by {{fact:adoption.share}} of seats on average.',
      '{{fact:adoption.evidence.1}}.',
      '{{fact:adoption.evidence.2}}.',
    ],
  },
  {
    words: 'usage, use, used, uses, using, user*, people, session*, activ*, log in, logs in, logged in',
    says: [
      ...moved('usage'),
      'Usage stands at {{fact:usage.score}}.',
      '{{fact:usage.evidence.1}}.',
      '{{fact:usage.evidence.2}}.',
      sessions,
      people,
    ],
  },
  {
    words: 'complain*, wrote, write*, said, feedback, quot*, unhappy',
    says: [
      'Texts of theirs read lately: {{fact:feedback.texts}}; unhappy: {{fact:feedback.unhappy}}.',
      'Somebody there wrote “{{fact:quote.1}}”.',
      'Somebody there wrote “{{fact:quote.2}}”.',
      'Somebody there wrote “{{fact:quote.3}}”.',
    ],
  },
  {
    words: 'satisf*, happy, happier, happiness, unhappy, feel*, survey*, nps',
    says: [
      ...moved('satisfaction'),
      'Satisfaction stands at {{fact:satisfaction.score}}.',
      '{{fact:satisfaction.evidence.1}}.',
      'In the survey answers of the months to {{fact:month}} they rated us {{fact:satisfaction.mark}}.',
      'Texts of theirs read lately: {{fact:feedback.texts}}; unhappy: {{fact:feedback.unhappy}}.',
      'Somebody there wrote “{{fact:quote.1}}”.',
      expected,
    ],
  },
  {
    words: 'pay*, paid, invoic*, financ*, overdue, owe us, they owe',
    says: [
      '{{fact:financial.evidence.1}}.',
      'The contract is worth {{fact:contract.value}} a year.',
      ...moved('financial'),
      'Financial health stands at {{fact:financial.score}}.',
    ],
    evidence: /invoice/i,
  },
  {
    words: 'lead*, commissioner*, director*, champion*, sponsor*, deputy, in office, who left',
    says: [...moved('leadership'), 'Leadership stands at {{fact:leadership.score}}.'],
    dated: true,
    evidence: /: (?:in office|left|acting|announced)\b/,
  },
  {
    words: 'save*, saving*, roi, travel, value, worth, money',
    says: [
      savings,
      'This contract year they come to {{fact:savings.year}}.',
      'That is {{fact:savings.against-promise}} of what was promised by now.',
      'ROI so far: {{fact:roi.realised}}.',
    ],
  },
  {
    words: 'hour*, much time, time saved, save time, staff time, efficien*, task*',
    says: [
      hours,
      'This contract year it saved {{fact:hours.year}}.',
      'Tasks automated in {{fact:month}}: {{fact:tasks.month}}.',
    ],
  },
  {
    words: 'renew*, contract*, budget*, expir*, price*, stay, leave us, churn*',
    dated: true,
    says: [
      'The contract ends on {{fact:contract.end}}.',
      'It is worth {{fact:contract.value}} a year.',
      'The draft budget takes no new number after {{fact:budget.lock}}.',
      'The proposal is due on {{fact:proposal.due}}.',
      stays,
    ],
  },
  {
    words: 'risk*, alert*, worr*, wrong, danger*, problem*, trouble*',
    says: [
      'Open alerts: {{fact:alerts.open}}.',
      '{{fact:alert.1}}.',
      '{{fact:alert.2}}.',
      'The play for the gravest is “{{fact:alert.1.play}}”: {{fact:alert.1.step}}.',
      'Stage of risk: {{fact:risk.stage}}, since {{fact:risk.since}}.',
    ],
  },
  {
    words: 'ticket*, issue*, support*',
    says: [tickets, 'Resolved within a day: {{fact:tickets.within-day}}.'],
    evidence: /\btickets?\b/i,
  },
  {
    words: 'meet*, review*, call, calls, called',
    dated: true,
    says: [
      'The next meeting is on {{fact:meeting.next}}.',
      'The last meeting was on {{fact:meeting.last}}.',
      'Agreed there: {{fact:step.1}}.',
    ],
  },
  {
    words: 'promis*, we owe, agreed, next step*',
    dated: true,
    says: [
      'We promised: {{fact:promise.1}}.',
      'We promised: {{fact:promise.2}}.',
      'Agreed in the last meeting: {{fact:step.1}}.',
      'Agreed in the last meeting: {{fact:step.2}}.',
    ],
  },
  {
    words: 'prefer*, like, likes',
    says: ['They prefer: {{fact:preference.1}}.', 'They prefer: {{fact:preference.2}}.'],
  },
  { words: 'forecast*, predict*, outlook, next quarter', says: [expected, stays] },
  {
    words: 'should, recommend*, advis*, suggest*, do next, next action, what to do',
    says: (sheet) => {
      const [play] = fitting(sheet).map((key) => plays[key]);
      return play
        ? [`${play.name}: ${play.firstStep}`, ...play.because]
        : ['Nothing in the record asks for anything now.'];
    },
  },
  {
    words: 'score*, health*, stand, stands, doing, band, how are they, summar*, overview',
    says: (sheet) => [standing, ...dimensionsIn(sheet), ...movesIn(sheet)],
    general: true,
  },
  {
    words: 'chang*, happen*, going on, new, news, better, worse, differen*, since',
    says: (sheet) => [...movesIn(sheet), '{{fact:alert.1}}.', savings, hours, sessions, people, tickets],
    general: true,
  },
];
