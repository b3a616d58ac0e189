import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { alerts } from '#shared/store/alert.ts';
import { health } from '#shared/store/health.ts';
import { risks } from '#shared/store/risk.ts';
import { client, day, type World, world } from '#tests/fixtures/world.ts';
import { type Measured, scored } from './assessment.ts';
import { seededPortfolio, today } from './seeded-portfolio.ts';
import { visit } from './visiting.ts';

const american = client('american');

describe('the page of a client', () => {
  let here: World;
  let page: Awaited<ReturnType<typeof visit>>;
  beforeAll(async () => {
    here = await seededPortfolio();
    page = await visit(here, '/clients/american');
  });

  it('says where the client stands and what holds it back', () => {
    expect(page.text).toContain('65.1 of 100 At risk Declining 84% confidence');
    expect(page.text).toContain('Satisfaction holds it back most: 58 of 100 costs 10.4 points.');
  });

  it('says first what the page holds, and leads there', () => {
    const [, contents = ''] = /aria-label="On this page">(.*?)<\/nav>/s.exec(page.html) ?? [];
    const linked = [...contents.matchAll(/href="#([^"]+)">([^<]+)/g)].map(([, ...link]) => link);
    const headed = [...page.html.matchAll(/<h2 id="([^"]+)">([^<]+)/g)].map(([, ...heading]) => heading);
    expect(linked).toEqual(headed);
    expect(linked).toContainEqual(['facts', 'Recent facts']);
  });

  it('shows lines that add up to the score', () => {
    expect(page.rows).toContain('Usage 71.00 × 30%, without the season 21.30');
    expect(page.rows).toContain('Satisfaction 58.25 × 25% 14.56');
    expect(page.rows).toContain('Season all of it × 1.014 0.90');
    expect(page.rows).toContain('Score sum of the lines above 65.11');
  });

  it('draws the score over time and says the same in words and in a table', () => {
    expect(page.html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-title chart-says"/);
    expect(page.text).toMatch(/A line from [\d.]+ on 31 Dec 2024 to 65\.1 on 20 Nov 2026; lowest month/);
    expect(page.rows).toContain('20 Nov 2026 65.1 At risk');
  });

  it('gives each dimension its weight, confidence and evidence', () => {
    expect(page.rows).toContainEqual(
      expect.stringContaining('Financial health 71.0 15% 90% Two of the last four invoices were paid late'),
    );
  });

  it('tells the facts behind a sentence', () => {
    expect(page.text).toContain(
      '1 fact, 22 Aug 2026 to 20 Nov 2026 30 Oct 2026: 5 of 10: “Slow since the <update>.” american-4',
    );
  });

  it('shows what changed since last month, in lines that add up', () => {
    const lines = page.rows.slice(page.rows.findIndex((row) => row.startsWith('31 Oct 2026 score then')));
    const [start, ...moves] = lines.slice(0, 7).map((row) => Number(row.split(' ').at(-1)?.replace('\u2212', '-')));
    expect(lines[7]).toContain('20 Nov 2026 score now');
    expect(lines[1]).toMatch(/^Usage [\d.]+ then, 71\.0 now \S+$/);
    expect(moves.reduce((sum, move) => sum + Math.round(move * 100), Math.round((start ?? 0) * 100))).toBe(6_511);
  });

  it('shows the score of a past day, and says that it is one', async () => {
    const { text, rows } = await visit(here, '/clients/american?at=2026-09-12');
    const [past] = await health.between(here.table, american.clientId, day('2026-08-31'), day('2026-08-31'));
    const score = past?.outcome === 'scored' ? past.score.toFixed(2) : '';
    expect(text).toContain('The score as of 12 Sept 2026.');
    expect(rows).toContain(`Score sum of the lines above ${score}`);
    expect(text).toContain('What changed since 31 Jul 2026');
  });

  it('says so when there was too little to compare with', async () => {
    const [then] = await health.between(here.table, american.clientId, day('2025-05-31'), day('2025-05-31'));
    if (!then) throw new Error('the portfolio has a score of each month end');
    const { scoredOn, modelVersion, confidence, dimensions } = then;
    const blank = {
      outcome: 'insufficient-data',
      scoredOn,
      modelVersion,
      confidence,
      dimensions,
      missing: 'more',
    } as const;
    await here.table.commit([health.putSnapshot(american.clientId, blank)]);
    const [after, itself] = await Promise.all(
      ['2025-06-30', '2025-05-31'].map((at) => visit(here, `/clients/american?at=${at}`)),
    );
    expect(after?.text).toContain(
      'Then there was insufficient data for a score, so there is no difference to explain.',
    );
    expect(itself?.text).toContain('Insufficient data more');
    expect(itself?.text).not.toContain('How the score comes about');
  });

  it('lists the contacts by role and part', () => {
    expect(page.rows).toContain('Commissioner commissioner@american.example Decision maker');
  });

  it('names the leaders by post, who is leaving, and the posts nobody told of', () => {
    expect(page.rows).toContain('Commissioner Not recorded – Not recorded');
    expect(page.rows).toContain('Athletic director Not recorded – Leaving, announced 2 Oct 2026');
  });

  it('says since today of a stage that began today', async () => {
    const stages = [{ stage: 'at-risk', since: today, because: 'American fell from good to at risk.' }] as const;
    const other = await seededPortfolio();
    await other.table.commit([risks.put({ clientId: american.clientId, stages: [...stages] }, undefined)]);
    expect((await visit(other, '/clients/american')).text).toContain('At risk since today American fell');
  });

  it('shows the stages of risk with the days in each, and the portfolio the current one', async () => {
    const stages = [
      { stage: 'at-risk', since: day('2026-11-01'), because: 'American fell from good to at risk.' },
      { stage: 'plan-in-place', since: day('2026-11-08'), because: 'Agreed with the deputy.' },
    ] as const;
    await here.table.commit([risks.put({ clientId: american.clientId, stages: [...stages] }, undefined)]);
    const { text } = await visit(here, '/clients/american');
    expect(text).toContain('Plan in place for 12 days Agreed with the deputy. Since 8 Nov 2026 At risk 7 days');
    expect((await visit(here, '/')).text).toContain('At risk Plan in place for 12 days');
  });

  it('shows every step of a play with its date, and the evidence', async () => {
    const play = {
      name: 'Before they leave',
      firstStep: 'Thank them.',
      steps: [{ says: 'Thank them.', dueOn: today }],
    };
    const [known] = await alerts.of(here.table, american.clientId);
    if (!known) throw new Error('the portfolio has an alert of this client');
    await here.table.commit([alerts.replace(known, { ...known, play, evidence: ['Announced on 2 October.'] })]);
    const { text } = await visit(here, '/clients/american');
    expect(text).toContain('Before they leave 20 Nov 2026 Thank them. Evidence Announced on 2 October.');
  });

  it('lists recent facts, of usage only the newest', () => {
    expect(page.text).toContain('Flextime: 41 daily active users, 1 scheduling session, $18,250 travel savings');
    expect(page.text).not.toContain('39 daily active users');
    expect(page.text).toContain('5 of 10: “Slow since the <update>.”');
  });

  it('keeps closed alerts, with the reason they were closed', async () => {
    const [open] = await alerts.of(here.table, american.clientId);
    if (!open) throw new Error('the portfolio has an alert of this client');
    const closedBecause = 'The client is good since 2026-11-20.';
    await here.table.commit([alerts.replace(open, { ...open, status: 'closed', closedBecause, outcome: 'recovered' })]);
    const { text } = await visit(here, '/clients/american');
    expect(text).toContain('Closed alerts');
    expect(text).toContain('Closed: The client is good since 2026-11-20. Outcome: recovered.');
    expect(text).not.toContain('Open alerts');
  });

  it('is honest about a prospect', async () => {
    const { text } = await visit(here, '/clients/sec');
    expect(text).toContain('Prospect Nothing is measured yet.');
    expect(text).not.toContain('Score over time');
  });

  it.each(['/clients/nobody', '/clients/Not%20An%20Id', '/clients/%E0%A4%A'])('answers 404 at %s', async (path) => {
    const { status, text } = await visit(here, path);
    expect(status).toBe(404);
    expect(text).toContain('There is nothing here');
  });
});

describe('the sum', () => {
  const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
  const measured: fc.Arbitrary<Measured> = fc.record(
    { usage: score, satisfaction: score, adoption: score, financial: score, leadership: score },
    { requiredKeys: ['usage'] },
  );

  it('as printed is exact for every score, and so is the arithmetic beside each line', async () => {
    await fc.assert(
      fc.asyncProperty(measured, score, async (dimensions, usageWithoutSeason) => {
        const here = await world({ now: new Date('2026-11-20T18:00:00Z'), clients: [american] });
        const assessment = scored(today, dimensions, { usageWithoutSeason });
        await here.table.commit([health.putStanding(american.clientId, assessment, undefined)]);
        const { rows } = await visit(here, '/clients/american');
        const lines = rows.filter((row) => / × /.test(row)).map(lastFigure);
        expect(lines).toHaveLength(assessment.drivers.length);
        const sum = lines.reduce((total, line) => total + Math.round(line * 100), 0);
        expect(sum).toBe(Math.round(assessment.score * 100));
        expect(rows.flatMap(wrongByPoints).filter((wrong) => wrong > 0.06)).toEqual([]);
        expect(rows).toContain(`Score sum of the lines above ${assessment.score.toFixed(2)}`);
      }),
      { numRuns: 40 },
    );
  });

  /** How far "score × weight" is from the points beside it; the weight is printed in tenths of a percent. */
  const wrongByPoints = (row: string): number[] => {
    const [, points, weight] = /([\d.]+) × ([\d.]+) %/.exec(row) ?? [];
    return points === undefined ? [] : [Math.abs((Number(points) * Number(weight)) / 100 - lastFigure(row))];
  };
  const lastFigure = (row: string) => Number(row.split(' ').at(-1)?.replace('−', '-'));
});
