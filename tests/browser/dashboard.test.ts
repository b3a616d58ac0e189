import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './chromium.ts';
import { pages, serveDashboard } from './serve-dashboard.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the dashboard in a browser', () => {
  let served: Awaited<ReturnType<typeof serveDashboard>>;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDashboard(), openChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Opens a page, does something there, and closes it. */
  async function on<T>(path: string, options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      await page.goto(served.url + path);
      return await act(page);
    } finally {
      await context.close();
    }
  }

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it.each(pages)('has no serious barrier at %s, in a wide window or a narrow one', async (path) => {
      const found = await on(path, { colorScheme }, (page) => atEach(page, [1440, 320], seriousBarriers));
      expect(found).toEqual({ 1440: [], 320: [] });
    });
  });

  it.each(pages)('never scrolls sideways: %s', async (path) => {
    const widths = [320, 375, 768, 1024, 1200, 1440];
    const surplus = await on(path, {}, (page) =>
      atEach(page, widths, () =>
        page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ),
    );
    expect(surplus).toEqual(Object.fromEntries(widths.map((width) => [width, 0])));
  });

  it.each(pages)('looks the same without script: %s', async (path) => {
    const [withScript, without] = await Promise.all(
      [true, false].map((javaScriptEnabled) => on(path, { javaScriptEnabled }, whatIsDrawn)),
    );
    expect(withScript?.length).toBeGreaterThan(20);
    expect(without).toEqual(withScript);
  });

  it.each(pages)('asks for nothing its own policy refuses: %s', async (path) => {
    const complaints = await on('/failures', {}, async (page) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await page.goto(served.url + path);
      return said.filter((text) => !text.includes('404'));
    });
    expect(complaints).toEqual([]);
  });

  it('shows the mail itself in its frame', async () => {
    const shown = await on('/outbox/alert-band-mountain-west-unknown', {}, (page) =>
      page.frameLocator('iframe').locator('h1').innerText(),
    );
    expect(shown).toBe('Mountain West fell from good to at risk.');
  });

  it('lets a keyboard skip to the content, as the first thing it can do', async () => {
    const [first, target] = await on('/', {}, async (page) => {
      await page.keyboard.press('Tab');
      const skip = await focused(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      return [skip, await page.evaluate("document.querySelector('main').contains(document.activeElement)")];
    });
    expect(first).toMatchObject({ text: 'Skip to the content', visible: true });
    expect(target).toBe(true);
  });

  it.each(pages)('lets a keyboard reach everything that can be used, visibly: %s', async (path) => {
    const { reached, expected } = await on(path, {}, async (page) => {
      await openAll(page);
      const count = await page.locator(usable).count();
      const stops: Focused[] = [];
      while (stops.length <= 2 * count + 5) {
        await page.keyboard.press('Tab');
        const stop = await focusAtRest(page);
        if (stop.tag === 'BODY') break;
        if (usableTags.has(stop.tag)) stops.push(stop);
      }
      return { reached: stops, expected: count };
    });
    expect(reached).toHaveLength(expected);
    expect(reached.filter(({ visible, outline }) => !visible || outline === 'none')).toEqual([]);
  });

  it('leads from the portfolio to a client and back by keyboard alone', async () => {
    const route = await on('/', {}, async (page) => {
      await page.getByRole('link', { name: 'Big 12' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/clients/big-12');
      const heading = await page.getByRole('heading', { level: 1 }).innerText();
      await page.getByRole('main').getByRole('link', { name: 'Portfolio' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`${served.url}/`);
      return heading;
    });
    expect(route).toMatch(/^Big 12/);
  });

  it('is a table to assistive technology even where it looks like cards', async () => {
    const cells = await on('/', { viewport: { width: 320, height: 900 } }, (page) =>
      page
        .getByRole('table', { name: 'Clients, the lowest score first' })
        .getByRole('row')
        .nth(1)
        .getByRole('cell')
        .count(),
    );
    expect(cells).toBe(7);
  });
});

/** What one can use; the mail in its frame is only to look at. */
const usable = 'a[href], summary, button, input:not([type=hidden]), textarea';
const usableTags = new Set(['A', 'SUMMARY', 'BUTTON', 'INPUT', 'TEXTAREA']);

const openAll = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('details').forEach((closed) => { closed.open = true; })");

/**
 * Every box and run of text the page draws, with what can be opened open: where, in which style, with which words. Asked of
 * the engine rather than read from a picture: two pictures of one page may differ by where the painting of another process
 * stood, and what is closed may be laid out or not.
 */
async function whatIsDrawn(page: Page): Promise<string[]> {
  await openAll(page);
  const devtools = await page.context().newCDPSession(page);
  const { documents, strings } = await devtools.send('DOMSnapshot.captureSnapshot', { computedStyles: [...drawnWith] });
  const named = (index: number) => strings[index] ?? '';
  const { nodeIndex = [], bounds = [], styles = [], text = [] } = documents[0]?.layout ?? {};
  const nodeNames = documents[0]?.nodes.nodeName ?? [];
  return nodeIndex.map((node, at) =>
    [named(nodeNames[node] ?? -1), bounds[at]?.join(' '), named(text[at] ?? -1), ...(styles[at] ?? []).map(named)].join(
      ' | ',
    ),
  );
}

const drawnWith = [
  'color',
  'background-color',
  'background-image',
  'border-color',
  'border-style',
  'border-width',
  'border-radius',
  'box-shadow',
  'fill',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'outline',
  'stroke',
  'text-decoration',
  'transform',
  'visibility',
] as const;

/** On its way into and out of a frame the focus is nowhere for a moment. */
async function focusAtRest(page: Page): Promise<Focused> {
  const at = await focused(page);
  if (at.tag !== 'BODY') return at;
  await page.waitForTimeout(500);
  return focused(page);
}

/** What is found at each of these widths. */
async function atEach<T>(page: Page, widths: readonly number[], look: (page: Page) => Promise<T>) {
  const found: Record<number, T> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    found[width] = await look(page);
  }
  return found;
}

async function seriousBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const options: RunOptions = { resultTypes: ['violations'], iframes: false };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

interface Focused {
  readonly tag: string;
  readonly text: string;
  readonly outline: string;
  readonly visible: boolean;
}

const focused = (page: Page): Promise<Focused> =>
  page.evaluate(`(() => {
    const { activeElement: at } = document;
    const { top, bottom, width } = at.getBoundingClientRect();
    const { outlineStyle } = getComputedStyle(at);
    return { tag: at.tagName, text: at.textContent.trim(), outline: outlineStyle, visible: width > 0 && bottom > 0 && top < innerHeight };
  })()`);
