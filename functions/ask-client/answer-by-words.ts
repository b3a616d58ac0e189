import { sayable } from '#functions/brief-client/facts-of.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { QuestionAnswer } from './question.ts';

/** What a question may be about, by its words, and what is said of it as far as it is known. */
const topics: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\badopt\w*|\bseats?\b|\bfeatures?\b|\bunused\b/i,
    [
      '{{fact:adoption.move}}.',
      'Adoption stands at {{fact:adoption.score}}; {{fact:adoption.share}} of seats use a feature.',
      '{{fact:adoption.evidence.1}}.',
      '{{fact:adoption.evidence.2}}.',
      'Most used is {{fact:feature.best}} with {{fact:feature.best.share}}, least {{fact:feature.weakest}} with {{fact:feature.weakest.share}}.',
    ],
  ],
  [
    /\busage\b|\bus(?:e|ed|ing)\b|\bsessions?\b|\bactiv\w*|\blog(?:ged)? ?in\b/i,
    [
      '{{fact:usage.move}}.',
      'Usage stands at {{fact:usage.score}}.',
      '{{fact:usage.evidence.1}}.',
      'In {{fact:month}} there were {{fact:sessions.month}} scheduling sessions.',
      'On a usual day {{fact:users.day}} people worked in it.',
    ],
  ],
  [
    /\bsatisf\w*|\bhapp\w*|\bunhappy\b|\bfeel\w*|\bsurvey\w*|\bcomplain\w*|\bfeedback\b/i,
    [
      '{{fact:satisfaction.move}}.',
      'Satisfaction stands at {{fact:satisfaction.score}}.',
      '{{fact:satisfaction.evidence.1}}.',
      'Of what they wrote lately, {{fact:feedback.unhappy}} read unhappy.',
      'Somebody there wrote “{{fact:quote.1}}”.',
    ],
  ],
  [
    /\bpa(?:y|id|ys|yment\w*)\b|\binvoices?\b|\bfinanc\w*|\boverdue\b/i,
    [
      '{{fact:financial.move}}.',
      '{{fact:financial.evidence.1}}.',
      'Financial health stands at {{fact:financial.score}}.',
    ],
  ],
  [
    /\blead\w*|\bcommissioner\b|\bdirector\b|\bchampion\b|\bsponsor\b|\bwho left\b/i,
    ['{{fact:leadership.move}}.', '{{fact:leadership.evidence.1}}.', '{{fact:leadership.evidence.2}}.'],
  ],
  [
    /\bsav(?:e|ed|ing|ings)\b|\broi\b|\btravel\b|\bvalue\b|\bworth\b|\bmoney\b/i,
    [
      'In {{fact:month}} travel savings came to {{fact:savings.month}}.',
      'This contract year they come to {{fact:savings.year}}.',
      'That is {{fact:savings.against-promise}} of what was promised by now.',
      'ROI so far: {{fact:roi.realised}}.',
    ],
  ],
  [
    /\bhours?\b|\btime saved\b|\befficien\w*|\btasks?\b/i,
    [
      'In {{fact:month}} HELiiX saved {{fact:hours.month}}.',
      'This contract year it saved {{fact:hours.year}}.',
      'Tasks automated in {{fact:month}}: {{fact:tasks.month}}.',
    ],
  ],
  [
    /\brenew\w*|\bcontract\b|\bbudget\b|\bexpir\w*/i,
    [
      'The contract ends on {{fact:contract.end}}.',
      'The draft budget takes no new number after {{fact:budget.lock}}.',
      'The proposal is due on {{fact:proposal.due}}.',
    ],
  ],
  [
    /\brisk\w*|\balerts?\b|\bworr\w*|\bwrong\b|\bdanger\b|\bchurn\b/i,
    [
      '{{fact:alert.1}}.',
      '{{fact:alert.2}}.',
      'The play for it is “{{fact:alert.1.play}}”: {{fact:alert.1.step}}.',
      'Stage of risk: {{fact:risk.stage}}, since {{fact:risk.since}}.',
    ],
  ],
  [
    /\btickets?\b|\bissues?\b|\bsupport\b/i,
    [
      'Tickets opened in {{fact:month}}: {{fact:tickets.opened}}, resolved: {{fact:tickets.resolved}}.',
      'Resolved within a day: {{fact:tickets.within-day}}.',
    ],
  ],
  [
    /\bmeet\w*|\breview\b|\bcall\b/i,
    ['The next meeting is on {{fact:meeting.next}}.', 'The last one was on {{fact:meeting.last}}.'],
  ],
  [
    /\bpromis\w*|\bowe\b|\bagreed\b|\bnext steps?\b/i,
    [
      'We promised: {{fact:promise.1}}.',
      'We promised: {{fact:promise.2}}.',
      'Agreed in the last meeting: {{fact:step.1}}.',
    ],
  ],
  [/\bprefer\w*|\blikes?\b/i, ['They prefer: {{fact:preference.1}}.', 'They prefer: {{fact:preference.2}}.']],
  [
    /\bscore\b|\bhealth\w*|\bstand\b|\bdoing\b|\bband\b|\bhow are they\b/i,
    [
      'The score stands at {{fact:health.score}} ({{fact:health.band}}); a month before it was {{fact:health.before}}.',
      'The score stands at {{fact:health.score}} ({{fact:health.band}}).',
      '{{fact:health.missing}}.',
    ],
  ],
];

/** The topic a question names first, told from the record; nothing is told of what is not recorded. */
export function answerByWords(question: string, sheet: FactSheet): QuestionAnswer {
  const asked = topics
    .flatMap(([words, proses]) => {
      const at = question.search(words);
      return at < 0 ? [] : [{ at, proses }];
    })
    .sort((a, b) => a.at - b.at);
  for (const { proses } of asked) {
    const paragraphs = sayable(sheet, ...proses).slice(0, 5);
    if (paragraphs.length > 0) return { cannotTell: false, paragraphs, confidence: 0.7 };
  }
  return { cannotTell: true, paragraphs: [], confidence: 1 };
}
