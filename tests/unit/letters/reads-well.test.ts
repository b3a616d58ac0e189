import { expect, it } from 'vitest';
import { ClientType } from '#shared/domain/clients/client.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { voices } from '#shared/letters/voices.ts';
import { mailOf } from './rendering.ts';
import { fullSheet } from './sheets.ts';

const count = (value: number) => ({ kind: 'count', value });
const unknown = (...ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, undefined]));

it.each(ClientType.options)('a recommendation to a %s does not repeat the one figure its advice states', (type) => {
  const change = {
    ...unknown('savings.against-promise', 'budget.lock', 'feature.best', 'feature.best.share'),
    ...unknown('feature.weakest', 'feature.weakest.share'),
  };
  expect(mailOf('recommendation', type, fullSheet(type, change)).text.match(/83%/g)).toHaveLength(1);
});

it.each(ClientType.options)(
  'a welcome to a %s tells newcomers of the office, and hands seats to a new office',
  (type) => {
    const [joining, beginning] = [{ seats: undefined, golive: undefined }, { 'welcome.since': undefined }];
    expect(mailOf('welcome', type, fullSheet(type, joining)).text).toMatch(/since February 2024/);
    expect(mailOf('welcome', type, fullSheet(type, joining)).text).not.toMatch(/seats/i);
    expect(mailOf('welcome', type, fullSheet(type, beginning)).text).toMatch(/\b40\b/);
    expect(mailOf('welcome', type, fullSheet(type, beginning)).text).not.toMatch(/2024/);
  },
);

it.each(ClientType.options)('a milestone without a mark is not called a result to a %s', (type) => {
  const years = { kind: 'phrase', text: 'two years of working together' };
  const { text } = mailOf(
    'milestone',
    type,
    fullSheet(type, { 'milestone.name': years, 'milestone.value': undefined }),
  );
  expect(text).toContain('two years of working together');
  expect(text).not.toMatch(/\bresult\b|Reached: \d/i);
});

it.each(ClientType.options)('no mail to a %s names a product by itself: an office may have only the other', (type) => {
  const nameless = unknown('peers.count', 'peers.group', 'peers.savings.position', 'peers.adoption.position');
  for (const kind of MessageKind.options)
    expect(mailOf(kind, type, fullSheet(type, nameless)).text).not.toMatch(/Flextime/);
});

it('one ticket is no share of tickets to be praised', () => {
  const quick = /100% of tickets/;
  const review = (tickets: number) =>
    mailOf('monthly-review', 'power-conference', fullSheet('power-conference', { 'tickets.opened': count(tickets) }));
  expect(review(2).text).toMatch(quick);
  expect(review(1).text).not.toMatch(quick);
});

it.each(ClientType.options)(
  'news of a ticket says to a %s in its subject where it stands, and what is critical gets no graver',
  (type) => {
    const open = { 'ticket.state': { kind: 'phrase', text: 'in progress' }, 'ticket.resolved': undefined };
    const news = (severity: string) =>
      mailOf('issue-update', type, fullSheet(type, { ...open, 'ticket.severity': { kind: 'phrase', text: severity } }));
    expect(mailOf('issue-update', type, fullSheet(type)).subject).toMatch(/T-118.*resolved/);
    expect(news('high').subject).toMatch(/T-118.*in progress/);
    expect(news('high').text).toContain(voices[type].ticket.rising);
    expect(news('critical').text).not.toContain(voices[type].ticket.rising);
    expect(news('critical').text).toContain(voices[type].ticket.open);
  },
);

it('the text of a survey says beside the first and the last answer what they mean', () => {
  const { text } = mailOf('survey-request', 'mid-major-conference', fullSheet('mid-major-conference'));
  expect(text).toMatch(/^1 \(https:\S+\) not at all$/m);
  expect(text).toMatch(/^2 \(https:\S+\)$/m);
  expect(text).toMatch(/^10 \(https:\S+\) completely$/m);
});
