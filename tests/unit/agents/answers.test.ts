import { beforeAll, describe, expect, it } from 'vitest';
import { answerByWords } from '#functions/ask-client/answer-by-words.ts';
import { askClient } from '#functions/ask-client/question.ts';
import { monthsNamed } from '#functions/ask-client/question-words.ts';
import { topics } from '#functions/ask-client/topics.ts';
import { checkProse } from '#functions/brief-client/check-prose.ts';
import { sayable } from '#functions/brief-client/facts-of.ts';
import { loadPicture, type Picture } from '#functions/brief-client/load-picture.ts';
import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import { alert, type Situation, situated, today } from '#tests/fixtures/situations.ts';
import { visit } from '#tests/unit/dashboard/visiting.ts';

const promise = { kind: 'promise', says: 'A course in January', source: 'operator' } as const;
const troubled: Situation = {
  use: 0.5,
  survey: 6,
  adoption: { scheduling: 0.6, travel: 0.3, analytics: 0.1 },
  alerts: [alert()],
  memories: [promise, { kind: 'preference', says: 'Mail rather than calls', source: 'operator' }],
  readings: [{ sentiment: 'angry', flagged: false, quotes: [{ place: 'body', from: 0, to: 4, text: 'Slow' }] }],
  nextSteps: ['Send the travel report'],
  reviewInDays: 3,
  contractEnd: '2027-01-31',
};

/** A client of whom nearly everything is known. */
async function pictureOf(situation: Situation): Promise<Picture> {
  const here = await situated(situation);
  return loadPicture(here.table, here.client.clientId, here.clock.now());
}

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf(troubled);
});

const answer = (question: string, of: Picture = picture): string[] =>
  answerByWords(question, of).paragraphs.map((prose) => fill(prose, of.sheet, 'en-US'));

it('leads from each figure of an answer to a page that shows what it rests on', async () => {
  const here = await situated(troubled);
  const deps = { ...here, model: offlineWriter };
  for (const question of ['why did adoption fall?', 'how is usage?', 'are they happy?', 'do they pay?', 'savings']) {
    const run = await askClient(deps, here.client.clientId, question);
    const { html } = await visit(here, `/runs/${run?.runId}`);
    const links = [...html.matchAll(/<a class="fact" href="([^"]+)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(1);
    for (const href of links) {
      // As long as a request may be: API Gateway takes 10 KB with all headers.
      expect(href.length).toBeLessThan(4_000);
      const page = await visit(here, href);
      expect([page.status, page.text.includes('restated since')]).toEqual([200, false]);
      expect(page.text).toMatch(/of 100|\d recorded fact|Contract and renewal/);
    }
  }
});

it('says on the page of a figure that the contract is part of it', async () => {
  const here = await situated({});
  const run = await askClient({ ...here, model: offlineWriter }, here.client.clientId, 'how much do we save?');
  const against = run?.facts.find(({ id }) => id === 'savings.against-promise');
  const of = new URLSearchParams(against?.sources.map((source): [string, string] => ['of', source]));
  const page = await visit(here, `/clients/american/sources?${of}`);
  expect(page.text).toMatch(/\d+ recorded facts.*The contract, and who the client is , count as well/);
});

describe('what the offline writer says', () => {
  it('is sound in every sentence of every topic', async () => {
    for (const of of [picture, await pictureOf({}), await pictureOf({ nothingRecorded: true })])
      for (const { says } of topics)
        for (const line of (typeof says === 'function' ? says(of.sheet) : says).flat())
          for (const prose of sayable(of.sheet, line)) expect([prose, ...checkProse([prose], of)]).toEqual([prose]);
  });

  it('says why something fell: what it cost, and the metric that moved it most', () => {
    expect(answer('why did adoption fall?')[0]).toMatch(
      /^Adoption cost [\d.]+ points since October 31, 2026, most by features in use; now: Features are used by/,
    );
    expect(answer('Why is the score so low?').join('\n')).toMatch(/By dimension: usage .*\n.* cost .* points since/);
  });

  it('says each thing once', () => {
    for (const question of ['score', 'adoption', 'usage', 'why unhappy?', 'invoices', 'who leads?']) {
      const said = answer(question);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it.each([
    ['what do they pay?', /The contract is worth \$180,000 a year/],
    ['is anything wrong?', /^Open alerts: 1\.$/],
    ['when was the last meeting?', /^The last meeting was on Wednesday, October 21, 2026/],
    ['what should I do next?', /^Show the unused half: /],
    ['what did they complain about?', /Somebody there wrote “Slow”/],
    ['give me a summary', /^The score stands at/],
    ['how many licences do they have?', /^They have 40 licensed seats\.$/],
    ['how much time did we save them?', /^In October 2026 HELiiX saved/],
    ['what changed?', /cost [\d.]+ points since/],
  ])('answers "%s"', (question, expected) => {
    expect(answer(question).some((said) => expected.test(said))).toBe(true);
  });

  it.each([
    ['wich featurs are unussed?', 'which features are unused?'],
    ['when does the contarct end?', 'when does the contract end?'],
    ['how is the usge?', 'how is the usage?'],
  ])('reads "%s" as "%s"', (written, meant) => {
    expect(new Set(answer(written))).toEqual(new Set(answer(meant)));
  });

  it.each([
    'what is the score of the Big 12?',
    'compare them with SEC',
    'how does big-12 stand?',
    'how are they doing against their peers?',
    'who is our contact?',
    'what happened in March 2019?',
    'how much did they save in 2025?',
    'what is the phone number of the finance person?',
    'how is training going?',
    'asdf',
  ])('tells nothing of "%s"', (question) => {
    expect(answerByWords(question, picture)).toMatchObject({ cannotTell: true, paragraphs: [] });
  });

  it('tells of the months a question names, and only of those', () => {
    const said = answer('how much did they save in September compared with August?');
    expect(said[0]).toMatch(/^In September 2026 travel savings came to \$/);
    expect(said[1]).toMatch(/^In August 2026 travel savings came to \$/);
    expect(said.join()).not.toContain('October');
    expect(answer('does the contract end in January?')[0]).toBe('The contract ends on January 31, 2027.');
    expect(answer('what was the score in September?')).toEqual([]);
    expect(answer('what happened in September?').join()).toMatch(/In September 2026 there were/);
  });

  it('says of what is to come that it is not recorded', () => {
    expect(answer('what will the score be in December?')[0]).toBe(
      'What is to come is not recorded; this is what is known.',
    );
    expect(answer('will it rain?')).toEqual([]);
    expect(answer('when will the contract end?')[0]).toBe('The contract ends on January 31, 2027.');
  });
});

it.each([
  ['how was october?', ['2026-10']],
  ['in may and in March 2025', ['2026-05', '2025-03']],
  ['they may march on', []],
  ['in December', ['2025-12']],
  ['in November', []],
])('finds the months of "%s"', (question, months) => {
  expect(monthsNamed(question, today)).toEqual(months);
});
