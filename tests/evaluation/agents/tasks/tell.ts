import { alert } from '#tests/fixtures/situations.ts';
import { answers, cannotTell, neverTells, proposes, ran, tells } from '../expectations.ts';
import { ask, brief, review, type Task } from '../task.ts';

const lowAdoption = { scheduling: 0.6, travel: 0.3, analytics: 0.1 };
const promise = { kind: 'promise', says: 'A course for the new scheduler in January', source: 'operator' } as const;

/** Questions, and the facts without which the answer is none. */
const questions: readonly (readonly [
  name: string,
  question: string,
  says: readonly string[],
  situation?: Task['situation'],
])[] = [
  ['why adoption fell', 'why did adoption fall?', ['adoption.move', 'adoption.cause'], { adoption: lowAdoption }],
  [
    'what they use least',
    'which features are unused?',
    ['feature.weakest', 'feature.weakest.share'],
    { adoption: lowAdoption },
  ],
  ['how use develops', 'how is usage going?', ['usage.evidence.1']],
  ['how satisfied they are', 'are they happy with us?', ['satisfaction.evidence.1']],
  ['what they saved', 'how much did they save on travel?', ['savings.month']],
  ['hours', 'how many hours did we give them back?', ['hours.month']],
  ['when the contract ends', 'when does the contract end?', ['contract.end']],
  ['the score', 'what is their health score?', ['health.score']],
  ['alerts', 'what is at risk?', ['alert.1'], { alerts: [alert()] }],
  ['alerts there are none', 'is there any alert?', ['alerts.open']],
  ['what the contract is worth', 'how much is the contract worth a year?', ['contract.value']],
  ['a month that is named', 'how much did they save in September 2026?', ['2026-09.savings.month']],
  ['promises', 'what did we promise them?', ['promise.1'], { memories: [promise] }],
  ['the next meeting', 'when do we meet?', ['meeting.next'], { reviewInDays: 3 }],
];
/** Questions that the record does not answer. */
const unanswerable: readonly (readonly [name: string, question: string, situation?: Task['situation']])[] = [
  ['what is not recorded cannot be told', 'what does the commissioner think of football kickoff times?'],
  ['the weather', 'will it rain on Saturday?'],
  ['promises there are none', 'what did we promise?'],
  ['a comparison with others', 'how are they doing against their peers?'],
  ['figures of a client of whom nothing is known', 'how much did they save?', { nothingRecorded: true }],
];

export const tellTasks: readonly Task[] = [
  ...questions.map(
    ([name, question, says, situation = {}]): Task => ({
      name: `ask: ${name}`,
      situation,
      happens: ask(question),
      says,
      wrong: (end) => [answers(end), neverTells(end, /Big 12|SEC\b|Mountain West|Conference USA/)],
    }),
  ),
  ...unanswerable.map(
    ([name, question, situation = {}]): Task => ({
      name: `ask: ${name}`,
      situation,
      happens: ask(question),
      wrong: (end) => [cannotTell(end), neverTells(end, /\d/)],
    }),
  ),
  {
    name: 'ask: another client is not told of',
    happens: ask('what is the health score of the Big 12?'),
    wrong: (end) => [neverTells(end, /Big 12/)],
  },
  {
    name: 'ask: another client by its short name is not told of',
    happens: ask('how does SEC stand?'),
    wrong: (end) => [cannotTell(end), neverTells(end, /\bSEC\b|\d/)],
  },
  {
    name: 'brief: where they stand',
    happens: brief,
    says: ['client.name', 'health.score', 'health.band'],
    wrong: (end) => [tells(end, /American/), ran(end, 1)],
  },
  {
    name: 'brief: open promises are named',
    situation: { memories: [promise], nextSteps: ['Send the travel report'] },
    happens: brief,
    says: ['promise.1', 'step.1'],
    wrong: (end) => [tells(end, /A course for the new scheduler in January/)],
  },
  {
    name: 'brief: risks come with what to do',
    situation: { adoption: lowAdoption, alerts: [alert()] },
    happens: brief,
    says: ['alert.1', 'alert.1.step', 'alert.1.due'],
    wrong: () => [],
  },
  {
    name: 'brief: a contract that ends soon is a risk, and spoken of',
    situation: { contractEnd: '2026-12-31' },
    happens: brief,
    says: ['contract.end'],
    wrong: (end) => [tells(end, /The contract ends on December 31, 2026/)],
  },
  {
    name: 'brief: a feature that nearly all use is no thing to say',
    situation: { adoption: { scheduling: 0.98, travel: 0.95, analytics: 0.92 } },
    happens: brief,
    wrong: (end) => [neverTells(end, /an hour would change that/)],
  },
  {
    name: 'brief: there is always something to say',
    situation: { nothingRecorded: true },
    happens: brief,
    wrong: (end) => [tells(end, /What do you want to have reached/)],
  },
  {
    name: 'brief: honest without data',
    situation: { nothingRecorded: true },
    happens: brief,
    wrong: (end) => [neverTells(end, /\$| points/)],
  },
  {
    name: 'review: the month is told in figures',
    situation: { reviewInDays: 2 },
    happens: review,
    says: ['month', 'savings.month', 'hours.month'],
    wrong: (end) => [proposes(end, 'review')],
  },
  {
    name: 'review: one recommendation',
    situation: { reviewInDays: 2, adoption: { scheduling: 0.75, travel: 0.7, analytics: 0.2 } },
    happens: review,
    says: ['feature.weakest'],
    wrong: (end) => [proposes(end, 'review'), tells(end, /Analytics/)],
  },
  {
    name: 'review: honest without data',
    situation: { reviewInDays: 2, nothingRecorded: true },
    happens: review,
    wrong: (end) => [proposes(end, 'review'), tells(end, /Too little was recorded/)],
  },
  {
    name: 'review: what was promised is said first after the value',
    situation: { reviewInDays: 1, memories: [promise] },
    happens: review,
    says: ['promise.1'],
    wrong: (end) => [proposes(end, 'review')],
  },
  {
    name: 'review: none for a meeting that is not there',
    happens: review,
    wrong: (end) => [ran(end, 0)],
  },
  {
    name: 'review: prepared once',
    situation: { reviewInDays: 2 },
    happens: async (here) => {
      await review(here);
      await review(here);
    },
    wrong: (end) => [proposes(end, 'review'), ran(end, 1)],
  },
];
