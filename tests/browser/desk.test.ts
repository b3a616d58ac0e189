import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { serveDashboard } from './serve-dashboard.ts';

describe('the desk in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  /** A desk of its own, since decisions change it. */
  async function atDesk<T>(javaScriptEnabled: boolean, act: (page: Page) => Promise<T>): Promise<T> {
    const served = await serveDashboard();
    const context = await browser.newContext({ javaScriptEnabled });
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}/decisions`);
      return await act(page);
    } finally {
      await context.close();
      await served.close();
    }
  }
  const main = (page: Page) => page.getByRole('main').innerText();

  it('approves with one key, and says what is left', async () => {
    const said = await atDesk(true, async (page) => {
      await page.keyboard.press('a');
      await page.getByText('decided today').waitFor();
      return main(page);
    });
    expect(said).toContain('1 thing is to be decided');
  });

  it('goes to the next with j and asks for the reason with r', async () => {
    const [card, reason] = await atDesk(true, async (page) => {
      await page.keyboard.press('j');
      await page.keyboard.press('r');
      await page.keyboard.type('They left the sport.');
      const field = page.locator('input[name="reason"]').nth(1);
      return [await page.locator('.proposal').nth(1).innerText(), await field.inputValue()];
    });
    expect(card).toContain('If nothing is done');
    expect(reason).toBe('They left the sport.');
  });

  it('leaves letters alone where somebody writes', async () => {
    const said = await atDesk(true, async (page) => {
      await page.locator('input[name="reason"]').first().focus();
      await page.keyboard.type('as a rule');
      return main(page);
    });
    expect(said).toContain('2 things are to be decided');
  });

  it('rejects, snoozes and approves without any script', async () => {
    const [rejected, done] = await atDesk(false, async (page) => {
      await page.locator('input[name="reason"]').first().fill('Not now.');
      await page.getByRole('button', { name: 'Reject' }).first().click();
      const after = await main(page);
      await page.getByRole('button', { name: 'Snooze' }).first().click();
      return [after, await main(page)];
    });
    expect(rejected).toContain('1 thing is to be decided');
    expect(done).toContain('Nothing is to be decided. 1 sleeps.');
  });
});
