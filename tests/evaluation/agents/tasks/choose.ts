import { alert } from '#tests/fixtures/situations.ts';
import { mails, neverTells, noMail, proposes, proposesNothing, ran } from '../expectations.ts';
import { choose, type Task } from '../task.ts';

const lowAdoption = { scheduling: 0.75, travel: 0.7, analytics: 0.2 };
const promise = { kind: 'promise', says: 'A course for the new scheduler in January', source: 'operator' } as const;
const rejected = (play: string) =>
  ({ kind: 'rejection', says: 'Not now.', source: `decision next-best-action-2026-11-09-${play}` }) as const;
const unhappy = {
  sentiment: 'unhappy',
  quotes: [{ place: 'comment', from: 0, to: 21, text: 'The export is broken.' }],
  flagged: false,
} as const;
/** Good, but not so good that one would ask for a reference. */
const quiet = { survey: 6.5 };

export const chooseTasks: readonly Task[] = [
  {
    name: 'choose: alert beats everything',
    situation: { adoption: lowAdoption, alerts: [alert()], memories: [promise] },
    happens: choose,
    says: ['alert.1'],
    wrong: (end) => [proposes(end, 'answer-alert')],
  },
  {
    name: 'choose: nothing for the quiet',
    situation: { ...quiet, client: { services: ['flextime', 'heliix'] } },
    happens: choose,
    wrong: (end) => [proposesNothing(end), ran(end, 1)],
  },
  {
    name: 'choose: a rejected play is not proposed again',
    situation: { ...quiet, memories: [promise, rejected('keep-promise')] },
    happens: choose,
    wrong: (end) => [proposesNothing(end)],
  },
  {
    name: 'choose: a rejection of another play does not count',
    situation: { ...quiet, memories: [promise, rejected('ask-for-reference')] },
    happens: choose,
    says: ['promise.1'],
    wrong: (end) => [proposes(end, 'keep-promise')],
  },
  {
    name: 'choose: an open promise is kept',
    situation: { ...quiet, memories: [promise] },
    happens: choose,
    says: ['promise.1'],
    wrong: (end) => [proposes(end, 'keep-promise'), noMail(end)],
  },
  {
    name: 'choose: unhappy people are called, not mailed',
    situation: { ...quiet, readings: [unhappy] },
    happens: choose,
    says: ['feedback.unhappy'],
    wrong: (end) => [proposes(end, 'close-the-loop'), noMail(end)],
  },
  {
    name: 'choose: an unused feature gets a mail that can be stopped for a day',
    situation: { ...quiet, adoption: lowAdoption },
    happens: choose,
    wrong: (end) => [
      mails(end, 'scheduler', 'not-needed'),
      end.messages[0]?.heldUntil !== '2026-11-21T16:00:00.000Z' && 'it is not held for a day',
      end.decisions.length > 0 && 'it is on the desk, too',
    ],
  },
  {
    name: 'choose: a first mail goes to the desk instead',
    situation: { ...quiet, adoption: lowAdoption, introduced: false },
    happens: choose,
    wrong: (end) => [proposes(end, 'show-unused-half'), mails(end, 'scheduler', 'waiting', 'first mail')],
  },
  {
    name: 'choose: what rests on a text with orders goes to the desk',
    situation: { ...quiet, adoption: lowAdoption, readings: [{ sentiment: 'neutral', quotes: [], flagged: true }] },
    happens: choose,
    wrong: (end) => [mails(end, 'scheduler', 'waiting', 'orders')],
  },
  {
    name: 'choose: the number is put into the budget before it locks',
    situation: { ...quiet, client: { fiscalYearEnd: '04-30' }, contractEnd: '2027-06-30' },
    happens: choose,
    says: ['budget.lock', 'contract.end'],
    wrong: (end) => [proposes(end, 'put-number-in-budget'), noMail(end)],
  },
  {
    name: 'choose: an excellent client is asked for a reference',
    situation: { survey: 10, use: 1.25, adoption: { scheduling: 0.99, travel: 0.99, analytics: 0.98 } },
    happens: choose,
    says: ['health.score'],
    wrong: (end) => [proposes(end, 'ask-for-reference')],
  },
  {
    name: 'choose: prospects are nobody’s week',
    situation: { client: { status: 'prospect' }, memories: [promise] },
    happens: choose,
    wrong: (end) => [proposesNothing(end), ran(end, 0)],
  },
  {
    name: 'choose: those who left are left alone',
    situation: { client: { status: 'churned' }, memories: [promise] },
    happens: choose,
    wrong: (end) => [proposesNothing(end), ran(end, 0)],
  },
  {
    name: 'choose: a week is chosen for once',
    situation: { ...quiet, memories: [promise] },
    happens: async (here) => {
      await choose(here);
      await choose(here);
    },
    wrong: (end) => [proposes(end, 'keep-promise'), ran(end, 1)],
  },
  {
    name: 'choose: nothing is invented where nothing is known',
    situation: { nothingRecorded: true },
    happens: choose,
    wrong: (end) => [proposesNothing(end), neverTells(end, /\d/)],
  },
];
