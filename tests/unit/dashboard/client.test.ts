import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { alerts } from '#shared/store/alert.ts';
import { health } from '#shared/store/health.ts';
import { client, type World, world } from '#tests/fixtures/world.ts';
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
    expect(page.text).toContain('65.1 of 100 At risk Declining 84 % confidence');
    expect(page.text).toContain('Satisfaction holds it back most: 58 of 100 costs 10.4 points.');
  });

  it('shows lines that add up to the score', () => {
    expect(page.rows).toContain('Usage 71.00 × 30 %, without the season 21.30');
    expect(page.rows).toContain('Satisfaction 58.25 × 25 % 14.56');
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
      expect.stringContaining('Financial health 71.0 15 % 90 % Two of the last four invoices were paid late'),
    );
  });

  it('lists the contacts by role and part', () => {
    expect(page.rows).toContain('Commissioner commissioner@american.example Decision maker');
  });

  it('lists recent facts, of usage only the newest', () => {
    expect(page.text).toContain('Flextime: 41 daily active users, $18,250 travel savings');
    expect(page.text).not.toContain('39 daily active users');
    expect(page.text).toContain('5 of 10: “Slow since the <update>.”');
  });

  it('keeps closed alerts, with the reason they were closed', async () => {
    const [open] = await alerts.of(here.table, american.clientId);
    if (!open) throw new Error('the portfolio has an alert of this client');
    await here.table.commit([alerts.close(open, 'The client is good since 2026-11-20.')]);
    const { text } = await visit(here, '/clients/american');
    expect(text).toContain('Closed alerts');
    expect(text).toContain('Closed: The client is good since 2026-11-20.');
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
