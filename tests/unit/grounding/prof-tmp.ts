import { datesIn } from '#shared/domain/grounding/dates-in.ts';
import { linksIn } from '#shared/domain/grounding/links-in.ts';
import { namesIn } from '#shared/domain/grounding/names-in.ts';
import { numberWordsIn } from '#shared/domain/grounding/number-words.ts';
import { numbersIn } from '#shared/domain/grounding/numbers-in.ts';
import { otherClientsIn } from '#shared/domain/grounding/other-clients.ts';
import { read } from '#shared/domain/grounding/reading.ts';
import { relativeDatesIn } from '#shared/domain/grounding/relative-dates.ts';
import { bracesIn } from '#shared/domain/grounding/signs-in.ts';

const long =
  'Hello, in October 2026 the Big 12 saved $1.23 million and 1,204 hours. It is a good result for the office and for the schools that travel less.\n'.repeat(
    11,
  );
const others = ['SEC', 'Mountain West', 'American', 'Conference USA'];
const m = (n: string, f: () => unknown) => {
  for (let i = 0; i < 50; i++) f();
  const t = performance.now();
  for (let i = 0; i < 300; i++) f();
  console.log(n, (((performance.now() - t) / 300) * 1000).toFixed(0), 'µs');
};
m('read', () => read(long));
m('links', () => linksIn(long));
m('braces', () => bracesIn(long));
m('dates', () => datesIn(long));
m('numbers', () => numbersIn(long, false));
m('words', () => numberWordsIn(long));
m('names', () => namesIn(long));
m('others', () => otherClientsIn(long, others));
m('rel', () => relativeDatesIn(long, new Map(), undefined));
