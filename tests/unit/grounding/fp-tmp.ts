import fc from 'fast-check';
import { ground } from '#shared/domain/grounding/ground.ts';
import { houseWords } from '#shared/domain/grounding/house.ts';
import { sentences } from './drafts.ts';
import { anySheet, features, othersThan, styles } from './sheets.ts';

let bad = 0;
const by = new Map<string, number>();
const N = 3000;
const t = performance.now();
for (const [sheet, style, parts, sep] of fc.sample(
  fc.tuple(
    anySheet,
    fc.constantFrom(...styles),
    fc.array(fc.constantFrom(...sentences), { minLength: 8, maxLength: 16 }),
    fc.constantFrom(' ', '\n', '\n\n'),
  ),
  N,
)) {
  const g = ground(parts.map((p) => (/[.!?]$/.test(p) ? p + sep : p + '\n')).join(''), sheet, {
    style,
    others: othersThan(sheet),
    house: houseWords,
    ours: features,
  });
  if (g.ungrounded.length) {
    bad++;
    for (const u of g.ungrounded) {
      const k = u.what + ' | ' + u.why + ' | ' + u.excerpt.replace(/\d/g, '9');
      by.set(k, (by.get(k) ?? 0) + 1);
    }
  }
}
console.log(bad, 'of', N, ((performance.now() - t) / N).toFixed(2), 'ms each with fill');
for (const [k, v] of [...by].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log(v, k);
