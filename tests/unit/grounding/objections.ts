import { type About, check, type Ungrounded } from '#shared/domain/grounding/check.ts';
import { type FactSheet, factSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';

const facts = [
  { id: 'month', kind: 'month', month: '2026-10' },
  { id: 'savings.month', kind: 'money', cents: 1_825_000 },
  { id: 'savings.change', kind: 'share', value: -0.04 },
  { id: 'sessions.change', kind: 'share', value: 0.12 },
  { id: 'exchange.share', kind: 'share', value: 0.31 },
  { id: 'change.share', kind: 'share', value: 0.57 },
  { id: 'client.name', kind: 'name', text: 'Big 12' },
  { id: 'contract.years', kind: 'count', value: 3, says: 'Years of the contract' },
  { id: 'seats', kind: 'count', value: 40 },
  { id: 'hours.month', kind: 'hours', value: 1204 },
  { id: 'satisfaction', kind: 'mark', value: 9.4, of: 10 },
  { id: 'ticket.number', kind: 'phrase', text: '4711' },
  { id: 'meeting.at', kind: 'moment', at: '2026-11-18T16:00:00.000Z', zone: 'America/Chicago' },
  { id: 'contract.end', kind: 'date', date: '2027-06-30' },
  { id: 'link.home', kind: 'link', url: 'https://csm.heliix.example/c/x', text: 'your page' },
];

/** A small sheet of one fact or two of each kind. */
export const sheet: FactSheet = factSheet(
  facts.map((fact) => GroundedFact.parse({ says: fact.id, sources: ['fact-1'], ...fact })),
);

const about: About = { style: 'en-US', others: ['SEC'], house: ['Flextime'], ours: ['Award tracker'] };

export const ungroundedIn = (text: string, changed: Partial<About> = {}, links: string[] = []): readonly Ungrounded[] =>
  check({ text, links }, sheet, { ...about, ...changed });

/** What the checker objects to, as it stands in the text: "figure: 4%". */
export const objectionsTo = (text: string, changed: Partial<About> = {}): string[] =>
  ungroundedIn(text, changed).map((found) => `${found.what}: ${found.text}`);
