import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '#local/runtime/listen.ts';
import { consents } from '#shared/store/consent.ts';
import { facts } from '#shared/store/fact.ts';
import { day } from '#tests/fixtures/world.ts';
import { big12, contactId, type Mailed, mailed } from '#tests/unit/recipients/visiting.ts';
import { openChromium } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Each page in each of its states, and how a person gets there. */
const states: Readonly<Record<string, (here: Mailed, page: Page) => Promise<unknown>>> = {
  preferences: (here, page) => page.goto(here.links.preferences),
  'preferences saved': async (here, page) => {
    await page.goto(here.links.preferences);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').waitFor();
  },
  'preferences with mistakes': async (here, page) => {
    await page.goto(here.links.preferences);
    await page.evaluate("document.querySelector('#pausedUntil').removeAttribute('min')");
    await page.getByLabel('Pause all mail').fill('2020-01-01');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
  },
  unsubscribe: (here, page) => page.goto(here.links.unsubscribe.page),
  unsubscribed: async (here, page) => {
    await page.goto(here.links.unsubscribe.page);
    await page.getByRole('button').click();
    await page.getByRole('heading', { name: 'You are unsubscribed' }).waitFor();
  },
  'preferences while unsubscribed': async (here, page) => {
    await page.goto(here.links.preferences);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    await page.getByText('You unsubscribed from all mail.').waitFor();
  },
  survey: (here, page) => page.goto(here.survey[6] ?? ''),
  'survey with a mistake': async (here, page) => {
    await page.goto((here.survey[6] ?? '').replace('score=7', ''));
    await page.evaluate("document.querySelectorAll('input').forEach((input) => input.removeAttribute('required'))");
    await page.getByRole('button').click();
    await page.getByRole('alert').waitFor();
  },
  'survey answered': async (here, page) => {
    await page.goto(here.survey[6] ?? '');
    await page.getByRole('button').click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  },
  'a link that does not work': (here, page) => page.goto(`${here.links.preferences}x`),
};

describe('the pages for recipients in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  /** A world of its own, served as on a laptop, with a page open in it. */
  async function visiting<T>(
    options: BrowserContextOptions,
    act: (page: Page, here: Mailed) => Promise<T>,
  ): Promise<T> {
    let serving: Mailed | undefined;
    const served: Listening = await listen(
      { fetch: (request: Request) => serving?.app.fetch(request) ?? new Response() },
      0,
    );
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    try {
      serving = await mailed(new Date('2026-11-20T15:00:00Z'), served.url);
      return await act(await context.newPage(), serving);
    } finally {
      await context.close();
      await served.close();
    }
  }
  const consent = ({ table }: Mailed) => consents.get(table, big12.clientId, contactId);
  const answers = ({ table }: Mailed) => facts.between(table, big12.clientId, day('2026-01-01'), day('2026-12-31'));

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it.each(Object.entries(states))('has no serious barrier, wide or narrow: %s', async (state, reach) => {
      const found = await visiting({ colorScheme }, async (page, here) => {
        await reach(here, page);
        await picture(page, `${state} ${colorScheme}`);
        return atEach(page, [1440, 320], seriousBarriers);
      });
      expect(found).toEqual({ 1440: [], 320: [] });
    });
  });

  it.each(Object.entries(states))('never scrolls sideways: %s', async (_, reach) => {
    const widths = [320, 375, 768, 1024, 1440];
    const surplus = await visiting({}, async (page, here) => {
      await reach(here, page);
      return atEach(page, widths, () =>
        page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      );
    });
    expect(surplus).toEqual(Object.fromEntries(widths.map((width) => [width, 0])));
  });

  it.each(Object.entries(states))('asks for nothing its own policy refuses: %s', async (_, reach) => {
    const complaints = await visiting({}, async (page, here) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await reach(here, page);
      return said.filter((text) => !/status of 4\d\d/.test(text));
    });
    expect(complaints).toEqual([]);
  });

  it('leads from a mistake to its field', async () => {
    const [reached, title] = await visiting({}, async (page, here) => {
      await states['preferences with mistakes']?.(here, page);
      await page.getByRole('alert').getByRole('link').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      return [await page.evaluate('document.activeElement.id'), await page.title()];
    });
    expect(reached).toBe('pausedUntil');
    expect(title).toMatch(/^Not saved/);
  });

  describe('without script', () => {
    const javaScriptEnabled = false;

    it('saves what a person chose', async () => {
      await visiting({ javaScriptEnabled }, async (page, here) => {
        await page.goto(here.links.preferences);
        await page.getByRole('checkbox', { name: 'Milestone' }).uncheck();
        await page.getByRole('radio', { name: 'Rarely' }).check();
        await page.getByLabel('Pause all mail').fill('2027-01-04');
        await page.getByRole('radio', { name: 'Germany' }).check();
        await page.getByLabel('Your time zone').selectOption({ label: 'Mountain (Denver)' });
        await page.getByRole('button', { name: 'Save' }).click();
        expect(await page.getByRole('status').innerText()).toContain('Saved');
        expect(await consent(here)).toMatchObject({
          preferences: {
            without: ['milestone'],
            frequency: 'monthly',
            pausedUntil: '2027-01-04',
            numbers: 'de-DE',
            timeZone: 'America/Denver',
          },
        });
      });
    });

    it('unsubscribes with one button, and takes it back with another', async () => {
      await visiting({ javaScriptEnabled }, async (page, here) => {
        await page.goto(here.links.unsubscribe.page);
        expect((await consent(here)).suppression).toBeUndefined();
        await page.getByLabel('Why?').fill('Too many.');
        await page.getByRole('button').click();
        expect(await page.getByRole('heading').innerText()).toBe('You are unsubscribed');
        expect((await consent(here)).suppression).toMatchObject({ because: 'unsubscribed' });
        await page.getByRole('button', { name: 'send me mail again' }).click();
        expect(await page.getByRole('status').innerText()).toContain('Welcome back');
        expect((await consent(here)).suppression).toBeUndefined();
      });
    });

    it('takes one answer to a survey, whatever is pressed or loaded again', async () => {
      await visiting({ javaScriptEnabled }, async (page, here) => {
        await page.goto(here.survey[6] ?? '');
        expect(await page.getByRole('radio', { name: '7', exact: true }).isChecked()).toBe(true);
        await page.getByRole('radio', { name: '9', exact: true }).check();
        await page.getByRole('button').click();
        await page.getByRole('heading', { name: 'Thank you' }).waitFor();
        await page.reload();
        expect((await answers(here)).map(({ detail }) => detail)).toMatchObject([{ score: 9 }]);
      });
    });
  });

  describe('by keyboard alone', () => {
    it.each(Object.entries(states))('reaches everything there is, visibly: %s', async (_, reach) => {
      const { reached, expected } = await visiting({}, async (page, here) => {
        await reach(here, page);
        return { reached: await stopsOf(page), expected: await groupsOfControls(page) };
      });
      expect(reached.map(({ group }) => group)).toEqual(expect.arrayContaining(expected));
      expect(reached.filter(({ outlined, seen }) => !outlined || !seen)).toEqual([]);
    });

    it('answers a survey', async () => {
      await visiting({}, async (page, here) => {
        await page.goto(here.survey[6] ?? '');
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Tab');
        await page.keyboard.type('Because it works.');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Thank you' }).waitFor();
        const recorded = (await answers(here)).map(({ detail }) => detail);
        expect(recorded).toMatchObject([{ score: 8, comment: 'Because it works.' }]);
      });
    });
  });
});

/** Kept for looking at, when asked for: PICTURES=folder npm run test:browser. */
async function picture(page: Page, name: string) {
  if (!process.env.PICTURES) return;
  await atEach(page, [1440, 320], (_, width) =>
    page.screenshot({ fullPage: true, path: `${process.env.PICTURES}/${name} ${width}.png`.replaceAll(' ', '-') }),
  );
}

async function atEach<T>(page: Page, widths: readonly number[], look: (page: Page, width: number) => Promise<T>) {
  const found: Record<number, T> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    found[width] = await look(page, width);
  }
  return found;
}

async function seriousBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const options: RunOptions = { resultTypes: ['violations'] };
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What one presses Tab to get to: a group of radio buttons is one stop. */
const nameOf = `(at) => at.type === 'radio' ? at.name : at.name && at.tagName !== 'BUTTON' ? at.name + ' ' + at.value : at.textContent.trim()`;

const groupsOfControls = (page: Page): Promise<string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')].map(${nameOf})`,
  );

interface Stop {
  readonly group: string;
  /** Has an outline, itself or, where it is drawn by what follows it, that. */
  readonly outlined: boolean;
  readonly seen: boolean;
}

async function stopsOf(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 60) {
    await page.keyboard.press('Tab');
    const stop: Stop | null = await page.evaluate(`(() => {
      const { activeElement: at } = document;
      if (at === document.body) return null;
      const drawn = [at, at.nextElementSibling].filter((element) => element && getComputedStyle(element).outlineStyle !== 'none');
      const { top, bottom, width } = at.getBoundingClientRect();
      return { group: (${nameOf})(at), outlined: drawn.length > 0, seen: width > 0 && bottom > 0 && top < innerHeight };
    })()`);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}
