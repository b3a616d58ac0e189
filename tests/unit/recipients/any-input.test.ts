import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { recipientLinks } from '#functions/recipient-pages/links.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { type Mailed, mailed } from './visiting.ts';

describe('every page for recipients', () => {
  let here: Mailed;
  let links: Readonly<Record<string, string>>;
  beforeAll(async () => {
    here = await mailed();
    links = {
      preferences: here.links.preferences,
      unsubscribe: here.links.unsubscribe.page,
      survey: here.survey[8] ?? '',
      'nothing of ours': 'http://localhost:8787/mail/preferences/nothing-of-ours',
    };
  });
  const names = ['preferences', 'unsubscribe', 'survey', 'nothing of ours'];

  it.each(names)('is kept nowhere, told to nobody, indexed nowhere: %s', async (name) => {
    const { headers } = await here.open(links[name] ?? '');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it.each(names)('allows no script and just the one stylesheet it holds: %s', async (name) => {
    const { headers, html } = await here.open(links[name] ?? '');
    const [style = ''] = /(?<=<style>).*?(?=<\/style>)/s.exec(html) ?? [];
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|javascript:/);
  });

  it.each(['preferences', 'unsubscribe', 'survey'])('is opened only by a link for it: %s', async (name) => {
    for (const other of ['preferences', 'unsubscribe', 'survey']) {
      const token = links[other]?.split('/').at(-1)?.replace(/\?.*/, '');
      const status = name === other ? 200 : 404;
      expect((await here.open(`http://localhost:8787/mail/${name}/${token}`)).status, other).toBe(status);
    }
  });

  it('says the same of links that are forged, cut short, or lead to nobody', async () => {
    const nobody = recipientLinks({ ...here.to, clientId: ClientId.parse('sec') }).preferences;
    const urls = [nobody, links['nothing of ours'] ?? '', here.links.preferences.slice(0, -1)];
    const answers = await Promise.all(urls.map((url) => here.open(url)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
  });

  const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  const anyType = fc.oneof(
    fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/x-www-form-urlencoded; charset=latin1',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'multipart/form-data; boundary=""',
      'application/json',
      'text/plain',
    ),
    fc.stringMatching(/^[ -~]{0,40}$/),
  );
  const field = fc.constantFrom(
    ...['do', 'kinds', 'frequency', 'pausedUntil', 'numbers', 'timeOfDay', 'timeZone', 'score', 'comment', 'reason'],
    ...['fromPage', 'List-Unsubscribe', '__proto__', 'constructor'],
  );
  const formBody = fc.array(fc.tuple(field, anyText), { maxLength: 15 }).map((fields) => {
    const form = new URLSearchParams();
    for (const [name, text] of fields) form.append(name, text.toWellFormed());
    return form.toString();
  });
  const partsBody = fc
    .array(fc.tuple(field, anyText))
    .map((fields) =>
      [
        ...fields.map(([name, text]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`),
        '--x--\r\n',
      ].join(''),
    );
  const anyBody = fc.oneof(formBody, partsBody, anyText, fc.uint8Array({ maxLength: 200 }));

  it.each(['preferences', 'unsubscribe', 'survey'])('answers any post without failing: %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(anyType, anyBody, async (type, body) => {
        const headers = { 'content-type': type };
        const { status } = await here.open(links[name] ?? '', { method: 'POST', headers, body });
        expect([200, 303, 400]).toContain(status);
      }),
      { numRuns: 80 },
    );
  });

  it('answers any token in any method without failing, and nothing is written', async () => {
    const untouched = await mailed();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('preferences', 'unsubscribe', 'survey'),
        fc.constantFrom('GET', 'HEAD', 'POST'),
        fc.oneof(
          anyText.map((text) => encodeURIComponent(text.toWellFormed())),
          fc.stringMatching(/^[!-~]{1,600}$/),
        ),
        async (name, method, token) => {
          const { status } = await untouched.open(`http://localhost:8787/mail/${name}/${token}`, { method });
          expect(status).toBe(404);
        },
      ),
      { numRuns: 200 },
    );
    const { items } = await untouched.table.query({ partition: 'CLIENT#big-12' });
    expect(items.map(({ sk }) => sk)).toEqual(['CONTACT#scheduling-associate', 'PROFILE']);
  });

  it('answers any query without failing or repeating it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('preferences', 'unsubscribe', 'survey'), anyText, async (name, text) => {
        const [page] = (links[name] ?? '').split('?');
        const hostile = `<script>${text}`;
        const query = new URLSearchParams({ score: hostile, done: hostile, again: hostile }).toString();
        const { status, html } = await here.open(`${page}?${query}`);
        expect(status).toBe(200);
        expect(html).not.toContain('<script');
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a field that is too large before reading it all', async () => {
    for (const name of ['preferences', 'unsubscribe', 'survey'])
      expect((await here.post(links[name] ?? '', { comment: 'x'.repeat(300_000) })).status).toBe(413);
  });
});
