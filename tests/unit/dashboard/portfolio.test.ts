import { beforeAll, describe, expect, it } from 'vitest';
import type { Alert } from '#shared/domain/alerts/alert.ts';
import { alerts } from '#shared/store/alert.ts';
import { clients } from '#shared/store/client.ts';
import { client, day, type World, world } from '#tests/fixtures/world.ts';
import { seededPortfolio } from './seeded-portfolio.ts';
import { visit } from './visiting.ts';

describe('the portfolio', () => {
  let page: Awaited<ReturnType<typeof visit>>;
  beforeAll(async () => {
    page = await visit(await seededPortfolio(), '/');
  });
  const rowOf = (name: string) => page.rows.find((row) => row.startsWith(name)) ?? `no row of ${name}`;

  it('lists clients worst first, and those without a score below them', () => {
    const names = ['Mountain West', 'American', 'Conference USA', 'Big 12', 'SEC'];
    const inOrder = page.rows.flatMap((row) => names.find((name) => row.startsWith(name)) ?? []);
    expect(inOrder).toEqual(names);
  });

  it('says of each client the score, band, trend, drivers, renewal, last contact and open alerts', () => {
    expect(rowOf('American')).toBe(
      'American Simulated data Mid-major conference 65.1 At risk Declining −10.4 Satisfaction at 58 +22.2 Usage at 74 ' +
        '15 Apr 2027 Active, in 5 months 10 Nov 2026 Ticket opened, 10 days ago 1',
    );
  });

  it('says so when no contact is recorded, and when a contract ran out unsigned', () => {
    expect(rowOf('Conference USA')).toContain('1 Nov 2026 Expired unsigned, 19 days ago None in 180 days');
  });

  it('says why a client has no score', () => {
    expect(rowOf('SEC')).toContain('Prospect Not a client yet, so nothing is measured. No contract');
  });

  it('counts clients per band, open alerts, mail and failures', () => {
    expect(page.text).toContain(
      'Excellent 1 Good 1 At risk 1 Critical 1 Open alerts 2 Reviews held in Oct 2026 1 of 4 0 of 4 so far this month Outbox 4 1 perhaps sent Failures 2',
    );
  });

  it('puts the alert due first first, and says when it is overdue', () => {
    const [mountainWest, american] = [page.text.indexOf('Overdue: was due 18 Nov'), page.text.indexOf('Due 22 Nov')];
    expect(mountainWest).toBeGreaterThan(0);
    expect(american).toBeGreaterThan(mountainWest);
  });

  it('labels simulated clients and leaves recorded ones alone', () => {
    expect(page.text).toContain('Simulated data. 4 clients of 5 below were generated for demonstration');
    expect(rowOf('Mountain West')).toContain('Simulated data');
    expect(rowOf('Conference USA')).not.toContain('Simulated');
  });

  it('says which day it is', () => {
    expect(page.text).toContain('Friday, 20 November 2026');
    expect(page.text).not.toContain('Simulated clock');
  });
});

describe('a portfolio that is unusual', () => {
  const hostile = '<script>alert("1")</script>';
  const openWith = (clientsThere: Parameters<typeof world>[0]['clients']): Promise<World> =>
    world({ now: new Date('2026-11-20T18:00:00Z'), clients: clientsThere });

  it('says what to do when it is empty', async () => {
    const { status, text } = await visit(await openWith([]), '/');
    expect(status).toBe(200);
    expect(text).toContain('There is no client yet. Import a portfolio (csm import portfolio FILE)');
    const unmeasured = await visit(await openWith([client('big-12')]), '/');
    expect(unmeasured.text).toContain('No client has a score yet. Send usage reports or import them');
  });

  it('shows a hostile name as text, wherever it stands', async () => {
    const here = await openWith([client('sec', { name: hostile })]);
    for (const path of ['/', '/clients/sec']) {
      const { html, text } = await visit(here, path);
      expect(html).not.toContain('<script');
      expect(text).toContain(hostile);
    }
  });

  it('says when the clock is not the real one', async () => {
    const here = await openWith([]);
    const simulated = { ...here, clock: { now: () => new Date('2027-07-15T12:00:00Z'), wall: here.clock.wall } };
    expect((await visit(simulated, '/')).text).toContain('Thursday, 15 July 2027 Simulated clock');
  });

  it('takes the day of the business, not of Greenwich', async () => {
    const here = await world({ now: new Date('2026-11-21T03:00:00Z'), clients: [] });
    expect((await visit(here, '/')).html).toContain(`datetime="${day('2026-11-20')}"`);
  });

  it('lets no client in trouble hide another: one card a client, that says how many more alerts there are', async () => {
    const here = await seededPortfolio();
    const [first] = (await alerts.open(here.table)).filter(({ clientId }) => clientId === 'mountain-west');
    const causes = Array.from({ length: 6 }, (_, i) => ({ ...first, alertId: `more-${i}`, status: 'open' as const }));
    await here.table.commit(causes.map((alert) => alerts.raise(alert as Alert)));
    const { html, text } = await visit(here, '/');
    expect(text).toContain('And 6 more alerts of this client');
    expect(html).toContain('href="/clients/mountain-west#alerts"');
    expect(text).toContain('American fell from');
    expect(text.split('Recovery plan').length).toBe(3);
  });

  it('keeps former clients out of the ranking', async () => {
    const here = await seededPortfolio();
    await here.table.commit([clients.put(client('mountain-west', { status: 'churned' }))]);
    const { rows } = await visit(here, '/');
    expect(rows.find((row) => row.startsWith('Mountain West'))).toContain('Former client');
  });
});
