import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { factsIn } from '#shared/domain/grounding/fill.ts';
import { ground } from '#shared/domain/grounding/ground.ts';
import { factSheet } from '#shared/domain/grounding/grounded-fact.ts';
import { houseWords } from '#shared/domain/grounding/house.ts';
import { anySheet, othersThan, phrase, sheetOf } from './sheets.ts';

const strings = new Set<string>();
const walk = (v: unknown) => {
  if (typeof v === 'string') strings.add(v);
  else if (v && typeof v === 'object') for (const x of Object.values(v)) walk(x);
};
for (const f of readdirSync('shared/letters/voices')) {
  const m = await import(`#shared/letters/voices/${f}`);
  for (const v of Object.values(m) as any[]) {
    const { kind, tone, clientType, first, ...rest } = v;
    walk(rest);
  }
}
const [s] = fc.sample(anySheet, { numRuns: 1, seed: 5 });
const sheet = factSheet([
  ...s!.values(),
  ...sheetOf({
    month: { kind: 'month', month: '2026-10' },
    'month.before': { kind: 'month', month: '2026-09' },
    'voice.kind': phrase('Power 5 conference'),
    'peers.adoption.position': phrase('near the middle'),
    'onboarding.step': phrase('Import your venues'),
    'ticket.severity': phrase('high'),
    'ticket.category': phrase('integration'),
    'hours.before': { kind: 'hours', value: 5 },
  }).values(),
]);
let bad = 0;
for (const p of strings) {
  const miss = factsIn(p).filter((id) => !sheet.has(id));
  if (miss.length) {
    console.log('MISSING', miss, p);
    continue;
  }
  const { ungrounded, text } = ground(p, sheet, {
    style: 'en-US',
    others: othersThan(sheet),
    house: houseWords,
    today: '2026-11-03' as never,
  });
  const u = ungrounded.filter(({ why }) => !/direction/.test(why));
  if (u.length) {
    bad++;
    console.log(JSON.stringify(u.map((x) => `${x.what}: ${x.text}`)), '<<', p);
  }
}
console.log(bad, 'of', strings.size);
