import { fitting, plays } from '#shared/domain/agents/plays.ts';
import { dimensionNames } from '#shared/domain/alerts/say-weakest.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { Dimension } from '#shared/domain/health/assessment.ts';

/** One sentence, or several of which the first that can be said is. */
export type Line = string | readonly string[];

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

/** What moved a dimension, and where that comes from. */
const moved = (dimension: string): Line[] => [
  [
    `{{fact:${dimension}.move}} since {{fact:health.before.on}}, most by {{fact:${dimension}.cause}}.`,
    `{{fact:${dimension}.move}} since {{fact:health.before.on}}.`,
  ],
];

const savings: Line = 'In {{fact:month}} travel savings came to {{fact:savings.month}}.';
const hours: Line = 'In {{fact:month}} HELiiX saved {{fact:hours.month}}.';
const sessions: Line = 'In {{fact:month}} there were {{fact:sessions.month}} scheduling sessions.';
const people: Line =
  'On an average day of {{fact:month}} {{fact:users.day}} people were active in {{fact:users.product}}.';
const tickets: Line = 'Tickets opened in {{fact:month}}: {{fact:tickets.opened}}, resolved: {{fact:tickets.resolved}}.';
const standing: Line = [
  'The score stands at {{fact:health.score}} ({{fact:health.band}}); a month before it was {{fact:health.before}}.',
  'The score stands at {{fact:health.score}} ({{fact:health.band}}).',
  'There is no score: {{fact:health.missing}}.',
];
const expected: Line = [
  'A forecast expects satisfaction to be {{fact:forecast.trend}} at {{fact:forecast.chance}}; {{fact:forecast.basis}}.',
  'A forecast expects satisfaction to be {{fact:forecast.trend}} at {{fact:forecast.chance}}.',
];
const stays: Line = [
  'A forecast gives {{fact:forecast.renewal}} that they stay at their renewal; {{fact:forecast.basis}}.',
  'A forecast gives {{fact:forecast.renewal}} that they stay at their renewal.',
];

/** The scores of all dimensions in one sentence. */
function dimensionsIn(sheet: FactSheet): string[] {
  const known = Dimension.options.filter((name) => sheet.has(`${name}.score`));
  const says = known.map((name) => `${dimensionNames[name].toLowerCase()} {{fact:${name}.score}}`).join(', ');
  return known.length > 0 ? [`By dimension: ${says}.`] : [];
}

/** Every move there is, the greatest loss first, as the sheet has them. */
const movesIn = (sheet: FactSheet): Line[] =>
  [...sheet.keys()].filter((id) => /^\w+\.move$/.test(id)).flatMap((id) => moved(id.replace('.move', '')));

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
