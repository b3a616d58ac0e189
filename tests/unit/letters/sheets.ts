import type { ClientType } from '#shared/domain/clients/client.ts';
import { type FactSheet, factSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import type { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { catalogue } from '#shared/letters/catalogue.ts';

const kinds: Readonly<Record<ClientType, readonly [name: string, kind: string, peers: string]>> = {
  'power-conference': ['Big 12', 'Power 5', 'other conferences on Flextime'],
  'mid-major-conference': ['Mountain West', 'mid-major', 'other mid-major conferences on Flextime'],
  'governing-body': ['a governing body', 'governing body', 'other governing bodies on Flextime'],
  'professional-league': ['a league', 'professional league', 'other professional leagues on Flextime'],
  'international-body': ['a federation', 'international body', 'other international bodies on Flextime'],
};

const home = 'https://csm.heliix.example/clients/page';
const money = (dollars: number) => ({ kind: 'money', cents: dollars * 100 });
const share = (value: number) => ({ kind: 'share', value });
const count = (value: number) => ({ kind: 'count', value });
const hours = (value: number) => ({ kind: 'hours', value });
const date = (text: string) => ({ kind: 'date', date: text });
const month = (text: string) => ({ kind: 'month', month: text });
const phrase = (text: string) => ({ kind: 'phrase', text });
const name = (text: string) => ({ kind: 'name', text });
const link = (url: string, text: string) => ({ kind: 'link', url, text });

const months = ['2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05'];
const savings = [84_200, 75_180, 51_300, 48_050, 61_900, 40_400];
const saved = [212, 196, 160, 171, 150, 139];

/** Every fact a mail to a client of this type may state, for October 2026; a good month unless changed. */
export function fullSheet(type: ClientType, change: Readonly<Record<string, object | undefined>> = {}): FactSheet {
  const [client, kind, group] = kinds[type];
  const values: Record<string, object | undefined> = {
    'client.name': name(client),
    'client.kind': phrase(kind),
    month: month('2026-10'),
    'month.before': month('2026-09'),
    'link.preferences': link(`${home}/preferences`, 'Choose what you get'),
    'savings.month': money(84_200),
    'savings.before': money(75_180),
    'savings.change': share(0.12),
    'savings.year': money(361_030),
    'savings.total': money(1_284_500),
    'savings.promised': money(322_350),
    'savings.against-promise': share(1.12),
    'sessions.month': count(46),
    'sessions.change': share(-0.08),
    'optimisations.month': count(19),
    'users.day': count(32),
    'users.change': share(0.034),
    'hours.month': hours(212),
    'hours.change': share(0.0816),
    'hours.year': hours(733),
    'hours.total': hours(1_028),
    'tasks.month': count(1_340),
    'tasks.change': share(0),
    'policies.month': count(12),
    'compliance.month': count(4),
    'roi.realised': { kind: 'ratio', value: 4.01 },
    'roi.promised': { kind: 'ratio', value: 3.58 },
    'efficiency.gain': share(0.31),
    'errors.reduction': share(0.22),
    'satisfaction.mark': { kind: 'mark', value: 9.1, of: 10 },
    'tickets.opened': count(6),
    'tickets.resolved': count(6),
    'tickets.within-day': share(1),
    'adoption.share': share(0.83),
    'feature.best': name('Scheduling'),
    'feature.best.share': share(0.94),
    'feature.weakest': name('Policy management'),
    'feature.weakest.share': share(0.41),
    seats: count(40),
    'welcome.since': month('2024-02'),
    'peers.group': phrase(group),
    'peers.count': count(4),
    'peers.savings.position': phrase('above the middle of the group'),
    'peers.adoption.position': phrase('near the middle of the group'),
    'contract.end': date('2027-06-30'),
    'budget.lock': date('2027-02-15'),
    'proposal.due': date('2027-04-01'),
    'contract.years': count(3),
    'anniversary.years': count(2),
    'meeting.at': { kind: 'moment', at: '2026-11-18T16:00:00.000Z', zone: 'America/Chicago' },
    'meeting.cancelled': { kind: 'moment', at: '2026-11-18T16:00:00.000Z', zone: 'America/Chicago' },
    'meeting.length': phrase('30 minutes'),
    'link.meeting': link('https://meet.heliix.example/j/1234', 'Video link'),
    'milestone.name': phrase('one thousand staff hours saved'),
    'milestone.value': hours(1_000),
    'milestone.reached': date('2026-10-14'),
    'training.course': name('Travel planning in depth'),
    'training.length': phrase('60-minute session'),
    'training.from': date('2027-04-15'),
    'training.to': date('2027-05-15'),
    'ticket.number': phrase('T-118'),
    'ticket.state': phrase('resolved'),
    'ticket.opened': date('2026-11-10'),
    'ticket.resolved': date('2026-11-11'),
    'ticket.severity': phrase('high'),
    'ticket.category': phrase('integration'),
    'onboarding.step': phrase('Bring in your venues and your travel limits.'),
    'onboarding.due': date('2026-11-20'),
    golive: date('2026-12-01'),
    ...Object.fromEntries(
      months.flatMap((text, i) => [
        [`savings.m${i + 1}`, money(savings[i] ?? 0)],
        [`savings.m${i + 1}.month`, month(text)],
        [`hours.m${i + 1}`, hours(saved[i] ?? 0)],
        [`hours.m${i + 1}.month`, month(text)],
      ]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [
        `survey.${i + 1}`,
        link(`https://csm.heliix.example/answer/${i + 1}`, `${i + 1}`),
      ]),
    ),
    ...change,
  };
  return factSheet(
    Object.entries(values).flatMap(([id, value]) =>
      value === undefined ? [] : GroundedFact.parse({ id, says: says[id] ?? id, sources: [`fact-${id}`], ...value }),
    ),
  );
}

const says: Readonly<Record<string, string>> = { 'contract.years': 'Years the contract runs' };

/** Only what the kind cannot do without, and of the alternatives the one given. */
export function minimalSheet(type: ClientType, kind: MessageKind, alternative = 0): FactSheet {
  const { requires, requiresOneOf } = catalogue[kind];
  const wanted = new Set([...requires, ...requiresOneOf.slice(alternative, alternative + 1)]);
  return factSheet([...fullSheet(type).values()].filter(({ id }) => wanted.has(id)));
}
