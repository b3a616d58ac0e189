import { beforeAll, describe, expect, it } from 'vitest';
import { dashboard } from '#functions/dashboard/dashboard.ts';
import { httpApp } from '#shared/runtime/http.ts';
import type { World } from '#tests/fixtures/world.ts';
import { seeded } from './seeded-mail.ts';
import { seededPortfolio } from './seeded-portfolio.ts';
import { seededRunId, seedRun } from './seeded-run.ts';
import { visit } from './visiting.ts';

const pathOf = (route: string) =>
  route
    .replace('GET ', '')
    .replace('{clientId}', 'american')
    .replace('{mailId}', seeded.mailId)
    .replace('{messageId}', seeded.planned)
    .replace('{runId}', seededRunId);

/** What is no page needs no policy of its own. */
const isPage = (path: string) => !path.startsWith('/assets/');

describe('every answer of the dashboard', () => {
  let here: World;
  beforeAll(async () => {
    here = await seededPortfolio();
    await seedRun(here);
  });

  it.each(dashboard.routes.map(({ route }) => pathOf(route)))(
    'at %s is not sniffed, referred or shared',
    async (path) => {
      const { status, headers } = await visit(here, path);
      expect(status).toBe(200);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toMatch(/no-store|private/);
    },
  );

  it.each(dashboard.routes.map(({ route }) => pathOf(route)).filter(isPage))(
    'at %s allows no script but that of the desk, and no foreign frame',
    async (path) => {
      const policy = (await visit(here, path)).headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/frame-ancestors '(none|self)'/);
      if (path === '/decisions') expect(policy).toMatch(/; script-src 'self'$/);
      else expect(policy).not.toContain('script-src');
    },
  );

  it('lets who signed in sign out, and nobody where there is no signing in', async () => {
    expect((await visit(here, '/')).html).not.toContain('/sign-out');
    const { admit: _, ...operators } = here.operators;
    const signedIn = { ...here, operators: { ...operators, isOpen: () => Promise.resolve(true) } };
    const cookie = 'csm-session-80=any';
    const page = await httpApp([dashboard], signedIn).request('/', { headers: { cookie } });
    expect(await page.text()).toMatch(
      /<form method="post" action="\/sign-out"><button type="submit">Sign out<\/button><\/form>/,
    );
  });

  it.each([
    '/',
    '/clients/american',
    '/calendar',
    `/calendar/american/${seeded.approval}`,
    '/outbox',
    `/outbox/${seeded.mailId}`,
    '/runs',
    `/runs/${seededRunId}`,
    '/failures',
    '/clients/nobody',
  ])('at %s holds neither script nor inline style, which its own policy would refuse', async (path) => {
    const { html } = await visit(here, path);
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/);
  });

  it('names its stylesheet by content, so that a browser may keep it', async () => {
    const { html } = await visit(here, '/');
    const href = /href="(\/assets\/dashboard\.css\?[0-9a-f]{12})"/.exec(html)?.[1] ?? 'no stylesheet';
    const css = await visit(here, href);
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(css.headers.get('cache-control')).toContain('immutable');
    expect(css.html).toContain('color-scheme: light dark');
  });

  it('is for the operator alone', () => {
    expect(dashboard.routes.map(({ access }) => access)).not.toContain('signed');
  });
});
