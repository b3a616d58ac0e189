import { ClientType } from '#shared/domain/clients/client.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { mailOf } from '#tests/unit/letters/rendering.ts';
import { fullSheet } from '#tests/unit/letters/sheets.ts';
import { openChromium } from './chromium.ts';
const [, , types = '', kinds = ''] = process.argv;
const browser = await openChromium();
for (const scheme of ['light', 'dark'] as const)
  for (const width of [375, 700]) {
    const ctx = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const page = await ctx.newPage();
    for (const type of ClientType.options.filter((t) => types === '' || types.split(',').includes(t)))
      for (const kind of MessageKind.options.filter((t) => kinds === '' || kinds.split(',').includes(t))) {
        await page.setContent(mailOf(kind, type, fullSheet(type)).html);
        await page.screenshot({ fullPage: true, path: `/tmp/w/mailui-tmp/shots/${kind}-${type}-${width}-${scheme}.png` });
      }
    await ctx.close();
  }
await browser.close();
