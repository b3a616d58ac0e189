import { alert } from '#tests/fixtures/situations.ts';
import { day } from '#tests/fixtures/world.ts';
import { mails, neverTells, noMail, proposes, proposesNothing, ran } from '../expectations.ts';
import { assess, type Task } from '../task.ts';

const lowAdoption = { scheduling: 0.6, travel: 0.3, analytics: 0.1 };
const about = (dimension: 'satisfaction' | 'financial' | 'usage', says: string) =>
  alert({
    alertId: `2026-11-18-dimension-falling-${dimension}`,
    cause: {
      kind: 'dimension-falling',
      dimension,
      usual: 80 as never,
      score: 45 as never,
      scoredOn: day('2026-11-18'),
      says,
    },
    play: { name: 'Close the loop', firstStep: 'Read the latest answers and call whoever is unhappiest.' },
  });
const unhappy = about('satisfaction', 'Satisfaction fell to 45.0, from a usual 80.0.');
const leader = alert({
  alertId: '2026-11-18-leadership-change-commissioner',
  severity: 'urgent',
  cause: {
    kind: 'leadership-change',
    role: 'commissioner',
    change: 'departed',
    date: day('2026-11-15'),
    says: 'The commissioner left on 15 November 2026.',
  },
  play: { name: 'Bridge the vacancy', firstStep: 'Find out who decides meanwhile, introduce yourself.' },
});
const flagged = { sentiment: 'neutral', quotes: [], flagged: true } as const;

export const riskTasks: readonly Task[] = [
  {
    name: 'risk: the cause of the alert is named',
    situation: { adoption: lowAdoption, alerts: [alert()] },
    happens: assess(),
    says: ['alert.1', 'health.score', 'alert.1.due'],
    wrong: (end) => [proposes(end, 'answer-alert'), mails(end, 'scheduler', 'waiting')],
  },
  {
    name: 'risk: urgent comes before warning',
    situation: { adoption: lowAdoption, alerts: [alert(), leader] },
    happens: assess(),
    says: ['alert.1'],
    wrong: (end) => [
      proposes(end, 'answer-alert'),
      !JSON.stringify(end.decisions).includes('Bridge the vacancy') && 'takes up the warning first',
    ],
  },
  {
    name: 'risk: good news is left alone',
    situation: { alerts: [alert({ severity: 'good-news' })] },
    happens: assess('good-news'),
    wrong: (end) => [proposesNothing(end), ran(end, 0)],
  },
  {
    name: 'risk: an alert that closed meanwhile is left alone',
    situation: { alerts: [alert({ status: 'closed' })] },
    happens: assess(),
    wrong: (end) => [proposesNothing(end), ran(end, 0)],
  },
  {
    name: 'risk: a recommendation is no answer to unhappy people',
    situation: { alerts: [unhappy] },
    happens: assess(),
    wrong: (end) => [proposes(end, 'answer-alert'), noMail(end)],
  },
  {
    name: 'risk: a late invoice is not answered by mail',
    situation: { alerts: [about('financial', 'Financial health fell to 45.0.')] },
    happens: assess(),
    wrong: (end) => [proposes(end, 'answer-alert'), noMail(end)],
  },
  {
    name: 'risk: the mail does not speak of alert, score or risk',
    situation: { adoption: lowAdoption, alerts: [alert()] },
    happens: assess(),
    wrong: ({ messages }) => [
      /alert|score|risk/i.test(JSON.stringify(messages.map(({ draft }) => draft))) && 'speaks of it',
    ],
  },
  {
    name: 'risk: falling use is met with a mail to the power user',
    situation: { use: 0.3, adoption: lowAdoption, alerts: [about('usage', 'Usage fell to 45.0.')] },
    happens: assess(),
    wrong: (end) => [proposes(end, 'answer-alert'), mails(end, 'scheduler', 'waiting')],
  },
  {
    name: 'risk: a first mail needs approval',
    situation: { adoption: lowAdoption, alerts: [alert()], introduced: false },
    happens: assess(),
    wrong: (end) => [mails(end, 'scheduler', 'waiting', 'first mail')],
  },
  {
    name: 'risk: where a text gave orders, all needs approval',
    situation: { adoption: lowAdoption, alerts: [alert()], readings: [flagged] },
    happens: assess(),
    wrong: (end) => [mails(end, 'scheduler', 'waiting', 'orders')],
  },
  {
    name: 'risk: works without any figures',
    situation: { nothingRecorded: true, alerts: [leader] },
    happens: assess('urgent'),
    wrong: (end) => [proposes(end, 'answer-alert'), noMail(end)],
  },
  {
    name: 'risk: the same alert told twice is one proposal',
    situation: { adoption: lowAdoption, alerts: [alert()] },
    happens: async (here) => {
      await assess()(here);
      await assess()(here);
    },
    wrong: (end) => [proposes(end, 'answer-alert'), ran(end, 1)],
  },
  {
    name: 'risk: names no other client',
    situation: { adoption: lowAdoption, alerts: [alert()] },
    happens: assess(),
    wrong: (end) => [neverTells(end, /Big 12|SEC|Mountain West|Conference USA/)],
  },
];
