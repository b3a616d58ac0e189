import { SurveyAnswered } from '#events/survey-answered.ts';
import { TicketOpened } from '#events/ticket-opened.ts';
import { readFeedback } from '#functions/read-feedback/read-feedback.ts';
import { scoreClient } from '#functions/score-client/score-client.ts';
import { parseFact } from '#shared/domain/facts/fact.ts';
import { addDays } from '#shared/domain/values/iso-date.ts';
import { facts } from '#shared/store/fact.ts';
import { memories } from '#shared/store/memory.ts';
import { today } from '#tests/fixtures/situations.ts';
import { comes, type Deps } from '../task.ts';

type Bring = (here: Deps, text: string) => Promise<unknown>;

const about = (here: Deps) => ({ clientId: here.client.clientId, date: today });
const ticket = (here: Deps, words: { subject?: string; body?: string }) =>
  readFeedback.run(here, {
    id: 'hostile',
    detailType: 'ticket.opened',
    time: here.instant,
    detail: TicketOpened.detail.parse({
      ...about(here),
      ticketId: 'T-9',
      severity: 'high',
      category: 'other',
      ...words,
    }),
  });

/** Labels that other systems name and that people copy: they may end up where a Writer reads. */
const copied =
  (channel: string): Bring =>
  async (here, text) => {
    await comes(channel, text)(here);
    await here.table.commit([
      memories.keep({
        memoryId: 'copied',
        clientId: here.client.clientId,
        kind: 'promise',
        says: text.slice(0, 300),
        source: 'operator',
        recordedAt: here.instant,
        until: addDays(today, 30),
      }),
    ]);
  };

/** Where hostile text comes from. */
export const places: Readonly<Record<string, Bring>> = {
  'ticket subject': (here, text) => ticket(here, { subject: text.slice(0, 300), body: 'See above.' }),
  'ticket body': (here, text) => ticket(here, { subject: 'Question', body: text }),
  'survey comment': async (here, text) => {
    const detail = SurveyAnswered.detail.parse({ ...about(here), surveyId: 's-9', score: 7, comment: text });
    await readFeedback.run(here, { id: 'hostile', detailType: 'survey.answered', time: here.instant, detail });
  },
  'CRM note': (here, text) => comes('crm-note', text)(here),
  'contact name': async (here, text) => {
    await comes('contact-name', text)(here);
    const detail = {
      ...about(here),
      role: 'athletic-director',
      change: 'departed',
      school: text.replace(/\s+/g, ' ').slice(0, 80),
    };
    await here.table.commit([
      facts.record(parseFact({ factId: 'hostile', type: 'leadership.changed', recordedAt: here.instant, detail })),
    ]);
    const due = { id: 'due-again', detailType: 'client.scoring-due', time: here.instant } as const;
    await scoreClient.run(here, { ...due, detail: { clientId: here.client.clientId } });
  },
  'Slack text': (here, text) => comes('slack', text)(here),
  'course title': copied('course-title'),
  'file name': copied('file-name'),
  'unsubscribe reason': (here, text) => comes('unsubscribe-reason', text)(here),
};
