import { beforeEach, describe, expect, it } from 'vitest';
import { surveyLinks } from '#functions/recipient-pages/links.ts';
import { ContactId, ForeignId } from '#shared/domain/values/ids.ts';
import { facts } from '#shared/store/fact.ts';
import { day } from '#tests/fixtures/world.ts';
import { big12, type Mailed, mailed, newest, older } from './visiting.ts';

const aDay = 86_400_000;

describe('a survey by mail', () => {
  let here: Mailed;
  let seven: string;
  beforeEach(async () => {
    here = await mailed();
    seven = here.survey[6] ?? 'no link for 7';
  });
  const answers = () => facts.between(here.table, big12.clientId, day('2026-01-01'), day('2027-12-31'));
  const chosenIn = (html: string) =>
    [...html.matchAll(/name="score" value="(\d+)" checked=""/g)].map(([, score]) => score);

  it('has a link for each answer from 1 to 10', async () => {
    expect(here.survey).toHaveLength(10);
    const chosen = await Promise.all(here.survey.map(async (url) => chosenIn((await here.open(url)).html)));
    expect(chosen.flat()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  });

  it.each(['GET', 'HEAD'])('records nothing by %s, because programmes follow links', async (method) => {
    for (const url of here.survey) expect((await here.open(url, { method })).status).toBe(200);
    expect(await answers()).toEqual([]);
    expect((await here.open(seven)).text).toContain('Nothing is recorded until you press this button');
  });

  it('records the answer as one fact of that person, which is announced', async () => {
    const { status, text } = await here.post(seven, { score: '8', comment: ' Reissue went\r\nsmoothly. ' });
    expect(status).toBe(303);
    expect(text).toContain('Your answer is recorded.');
    expect(await answers()).toEqual([
      {
        factId: 'survey-page:big-12/scheduling-associate/satisfaction-2026-11',
        type: 'survey.answered',
        recordedAt: here.instant,
        detail: {
          clientId: 'big-12',
          date: '2026-11-20',
          surveyId: 'satisfaction-2026-11',
          respondent: 'scheduling-associate',
          score: 8,
          comment: 'Reissue went\nsmoothly.',
        },
      },
    ]);
    const stored = await here.table.query({ partition: 'CLIENT#big-12', prefix: 'FACT#' });
    expect(stored.items).toMatchObject([{ announce: true, event: { detailType: 'survey.answered' } }]);
  });

  it('leaves out a comment that is not there', async () => {
    await here.post(seven, { score: '8', comment: ' \r\n ' });
    expect((await answers())[0]?.detail).not.toHaveProperty('comment');
  });

  it('takes one answer: a second one changes nothing, even on another day and with another key', async () => {
    await here.post(seven, { score: '8' });
    here.advance(2 * aDay);
    const survey = { surveyId: ForeignId.parse('satisfaction-2026-11'), askedOn: day('2026-11-20') };
    const [sameUnderOlderKey = ''] = surveyLinks({ ...here.to, ...survey, secret: older });
    for (const url of [seven, sameUnderOlderKey])
      expect((await here.post(url, { score: '2' })).text).toContain('You have already answered this question.');
    expect((await answers()).map(({ detail }) => detail)).toMatchObject([{ score: 8 }]);
    expect((await here.open(seven)).text).toContain('Thank you');
  });

  it('takes one of several answers sent at once', async () => {
    const sent = await Promise.all(['3', '5', '9'].map((score) => here.post(seven, { score })));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await answers()).toHaveLength(1);
  });

  it('takes an answer to another survey of the same person', async () => {
    await here.post(seven, { score: '8' });
    const next = { surveyId: ForeignId.parse('satisfaction-2026-12'), askedOn: day('2026-11-20') };
    await here.post(surveyLinks({ ...here.to, ...next })[0] ?? '', { score: '9' });
    expect(await answers()).toHaveLength(2);
  });

  it.each(['', '0', '11', '7.5', '07', ' 7', '1e1', 'seven', 'NaN'])(
    'asks again for "%s", which is no answer',
    async (score) => {
      const { status, html } = await here.post(seven, { score, comment: 'Kept <b>as written</b>' });
      expect(status).toBe(400);
      expect(html).toContain('Your answer was not sent yet');
      expect(html).toContain('href="#score">Choose a number from 1 to 10.');
      expect(html).toContain('Kept &lt;b&gt;as written&lt;/b&gt;');
      expect(await answers()).toEqual([]);
    },
  );

  it('asks to shorten a comment that is too long, and counts a new line once as the browser does', async () => {
    const lines = '\r\n'.repeat(999);
    const { status, html } = await here.post(seven, { score: '7', comment: `x${lines}${'y'.repeat(3_001)}` });
    expect(status).toBe(400);
    expect(html).toContain('href="#comment">Shorten your comment to 4,000 characters.');
    expect((await here.post(seven, { score: '7', comment: `x${lines}${'y'.repeat(3_000)}` })).status).toBe(303);
  });

  it('ignores a chosen answer that the address makes up', async () => {
    for (const score of ['99', '<script>', '7&score=8'])
      expect(chosenIn((await here.open(`${seven.split('?')[0]}?score=${score}`)).html).length).toBeLessThan(2);
    expect(chosenIn((await here.open(`${seven.split('?')[0]}?score=99`)).html)).toEqual([]);
  });

  it('is open for thirty days', async () => {
    here.advance(30 * aDay);
    expect((await here.open(seven)).status).toBe(200);
    here.advance(aDay);
    const closed = await here.open(seven);
    expect(closed).toMatchObject({ status: 410, text: expect.stringContaining('This question is closed') });
    expect((await here.post(seven, { score: '8' })).status).toBe(410);
    expect(await answers()).toEqual([]);
  });

  it('remembers an answer of the first day for longer than the link serves', async () => {
    await here.post(seven, { score: '8' });
    here.advance(30 * aDay);
    expect((await here.post(seven, { score: '2' })).text).toContain('already answered');
    expect(await answers()).toHaveLength(1);
  });

  it('takes no answer of somebody who is no contact (any more)', async () => {
    const gone = { ...here.to, secret: newest, contactId: ContactId.parse('commissioner') };
    const survey = { surveyId: ForeignId.parse('satisfaction-2026-11'), askedOn: day('2026-11-20') };
    expect((await here.post(surveyLinks({ ...gone, ...survey })[0] ?? '', { score: '8' })).status).toBe(404);
    expect(await answers()).toEqual([]);
  });
});
