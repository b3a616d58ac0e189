import { check } from '#shared/domain/grounding/check.ts';
import { factSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { houseWords } from '#shared/domain/grounding/house.ts';
import { show } from '#shared/domain/grounding/show.ts';

const f = (id: string, rest: object) => GroundedFact.parse({ id, says: id, sources: [], ...rest });
const facts = [
  f('client.name', { kind: 'name', text: 'Big 12' }),
  f('client.kind', { kind: 'phrase', text: 'Power 5' }),
  f('month', { kind: 'month', month: '2026-10' }),
  f('savings.month', { kind: 'money', cents: 123456700 }),
  f('price', { kind: 'money', cents: 120000 }),
  f('small', { kind: 'money', cents: 95050 }),
  f('hours.month', { kind: 'hours', value: 1204 }),
  f('sessions.month', { kind: 'count', value: 12 }),
  f('savings.change', { kind: 'share', value: -0.23 }),
  f('adoption.share', { kind: 'share', value: 0.042 }),
  f('satisfaction.mark', { kind: 'mark', value: 9.4, of: 10 }),
  f('roi.realised', { kind: 'ratio', value: 1.4 }),
  f('contract.end', { kind: 'date', date: '2027-06-30' }),
  f('meeting.at', { kind: 'moment', at: '2026-11-25T16:00:00.000Z', zone: 'America/Chicago' }),
  f('link.home', { kind: 'link', url: 'https://csm.heliix.example/c/big-12', text: 'your page' }),
  f('contract.years', { kind: 'count', value: 3 }),
  f('ticket.number', { kind: 'phrase', text: '4821' }),
  f('survey.7', { kind: 'link', url: 'https://csm.heliix.example/s/7', text: '7' }),
];
const sheet = factSheet(facts);
for (const style of ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES'] as const)
  console.log(style, facts.map((x) => show(x, style)).join(' | '));
const others = ['SEC', 'Mountain West', 'American', 'Conference USA'];
for (const text of process.argv.slice(2).length
  ? process.argv.slice(2)
  : [
      'Hello, in October 2026 the Big 12 saved $1.23 million and 1,204 hours. Sessions: 12\nHours saved: 1,204 hours',
      "The Big 12's 12 sessions in October went down 23%. Satisfaction is 9.4 of 10, 1.4 times more.",
      'We meet on Wednesday, November 25, 2026 at 10:00 AM CST. Ticket 4821 is closed. Your 3-year contract ends June 30, 2027 after 3 years.',
      'You saved 12 hours, $1.2M, twelve hundred dollars, 23%, up 23%, 120, 1,2 million, ½, 12% and 12 percent',
      'You beat the Mountain  West and mountain-west and mountainwest, sec, american, CUSA, Alabama. Alabama won. 4821 users. 12² ➓ 🔟 𝟏𝟐 Ⅻ xii',
      'See https://csm.heliix.example/c/big-12. Or https://csm.heliix.exampIe/c/big-12, evil.example, me@x.example. {{fact:x}}',
      '1 2 7 8\nTickets: 7\n7\n7: https://csm.heliix.example/s/7',
      'One of your schools is at first glance the one. Last month, yesterday, on Monday, in June, mid-October, October 2025, 1 October 2026. May we meet? You may march.',
    ]) {
  console.log('\n' + text);
  for (const u of check({ text, links: [] }, sheet, { style: 'en-US', others, house: houseWords }))
    console.log('   ', u.what, '|', u.text, '|', u.offset, '|', u.why);
}
let t = performance.now();
const long =
  'Hello, in October 2026 the Big 12 saved $1.23 million and 1,204 hours. It is a good result for the office and for the schools that travel less.\n'.repeat(
    11,
  );
for (let i = 0; i < 300; i++) check({ text: long, links: [] }, sheet, { style: 'en-US', others, house: houseWords });
console.log(long.split(' ').length, 'words', ((performance.now() - t) / 300).toFixed(3), 'ms');
const fs = check({ text: long, links: [] }, sheet, { style: 'en-US', others, house: houseWords });
console.log(fs.length, fs.slice(0, 3));
t = performance.now();
for (let i = 0; i < 2000; i++) check({ text: long, links: [] }, sheet, { style: 'en-US', others, house: houseWords });
console.log((2000 / ((performance.now() - t) / 1000)).toFixed(0), 'checks a second');
