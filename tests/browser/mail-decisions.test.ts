import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '#tests/unit/dashboard/seeded-mail.ts';
import { openChromium } from './chromium.ts';
import { serveDashboard } from './serve-dashboard.ts';

const pageOf = (messageId: string) => `/calendar/american/${messageId}`;

describe('deciding about mail in a browser without script', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  /** A dashboard of its own, since decisions change it. */
  async function deciding<T>(path: string, act: (page: Page, url: string) => Promise<T>): Promise<T> {
    const served = await serveDashboard();
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(served.url + path);
      return await act(page, served.url);
    } finally {
      await context.close();
      await served.close();
    }
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
  const main = (page: Page) => page.getByRole('main').innerText();

  it('approves exactly what is shown', async () => {
    const said = await deciding(pageOf(seeded.approval), async (page) => {
      await press(page, 'Approve exactly this');
      return main(page);
    });
    expect(said).toMatch(/Approval\s+Given 20 Nov 2026/);
  });

  it('holds a message, by keyboard alone', async () => {
    const said = await deciding(pageOf(seeded.planned), async (page) => {
      await page.getByLabel('Not before').focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('3');
      await page.keyboard.press('Enter');
      await page.getByText('You hold it until').waitFor();
      return main(page);
    });
    expect(said).toContain('You hold it until 23 Nov 2026, 12:00');
  });

  it('cancels a message and shows it among those held back for good, with the reason', async () => {
    const said = await deciding(pageOf(seeded.planned), async (page, url) => {
      await page.getByLabel('Never, because').fill('They know already.');
      await press(page, 'Cancel it');
      await page.goto(`${url}/outbox`);
      return main(page);
    });
    expect(said).toContain('You canceled it: They know already.');
  });

  it('edits the words, which then need approval', async () => {
    const said = await deciding(pageOf(seeded.planned), async (page) => {
      await page.getByText('Edit them').click();
      await page.getByLabel('Greeting').fill('Good morning,');
      await press(page, 'Save these words');
      return main(page);
    });
    expect(said).toContain('Good morning,');
    expect(said).toContain('The text was edited.');
  });

  it('pauses all mail with one switch', async () => {
    const said = await deciding('/calendar', async (page) => {
      await press(page, 'Pause all mail');
      return main(page);
    });
    expect(said).toContain('No mail goes to clients: paused by the operator');
  });

  it('shows the mail as in a dark mailbox when asked to, whatever the operator’s own colors are', async () => {
    const grounds = await deciding(`/outbox/${seeded.mailId}`, async (page) => {
      const ground = () =>
        page
          .frameLocator('iframe')
          .locator('body')
          .evaluate((body) => body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor);
      const light = await ground();
      await page.getByRole('link', { name: 'Dark' }).click();
      return [light, await ground()];
    });
    expect(grounds).toEqual(['rgb(236, 239, 243)', 'rgb(15, 20, 25)']);
  });
});
