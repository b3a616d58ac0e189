import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClientType } from '#shared/domain/clients/client.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { mailOf } from '#tests/unit/letters/rendering.ts';
import { fullSheet } from '#tests/unit/letters/sheets.ts';
import { openChromium } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.each(['light', 'dark'] as const)('mails in a %s mailbox', (colorScheme) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage({ colorScheme });
  });
  afterAll(() => browser?.close());

  it.each(MessageKind.options)('fit a phone and a desk, and hinder nobody: %s', async (kind) => {
    for (const type of ClientType.options) {
      await page.setContent(mailOf(kind, type, fullSheet(type)).html);
      for (const width of [320, 375, 700]) {
        await page.setViewportSize({ width, height: 900 });
        const surplus = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect({ type, width, surplus }).toEqual({ type, width, surplus: 0 });
        if (width !== 320) await picture(page, `${kind} ${type} ${width} ${colorScheme}`);
      }
      expect(await barriers(page)).toEqual([]);
    }
  });
});

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // A mail has no landmarks: mailboxes put it into a page of their own.
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } })",
  )) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Kept for looking at, when asked for: PICTURES=folder npm run test:browser. */
async function picture(page: Page, name: string) {
  if (!process.env.PICTURES) return;
  await page.screenshot({ fullPage: true, path: `${process.env.PICTURES}/${name}.png`.replaceAll(' ', '-') });
}
