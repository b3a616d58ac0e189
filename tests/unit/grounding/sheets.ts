import fc from 'fast-check';
import { type FactSheet, factSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';
import { NumberStyle } from '#shared/domain/mail/preferences.ts';
import { addMonths, IsoMonth } from '#shared/domain/values/iso-date.ts';

type Value = { readonly kind: GroundedFact['kind'] } & Readonly<Record<string, unknown>>;

/** A sheet from short notation: `{ 'savings.month': money(18_250) }`. */
const sheetOf = (values: Readonly<Record<string, Value>>, says: Readonly<Record<string, string>> = {}): FactSheet =>
  factSheet(
    Object.entries(values).map(([id, value]) =>
      GroundedFact.parse({ id, says: says[id] ?? id, sources: ['fact-1'], ...value }),
    ),
  );

const money = (dollars: number): Value => ({ kind: 'money', cents: Math.round(dollars * 100) });
const count = (value: number): Value => ({ kind: 'count', value });
const hours = (value: number): Value => ({ kind: 'hours', value });
const share = (value: number): Value => ({ kind: 'share', value });
const mark = (value: number, of: number): Value => ({ kind: 'mark', value, of });
const ratio = (value: number): Value => ({ kind: 'ratio', value });
const date = (on: string): Value => ({ kind: 'date', date: on });
const month = (in_: string): Value => ({ kind: 'month', month: in_ });
const moment = (at: string, zone: string): Value => ({ kind: 'moment', at, zone });
const name = (text: string): Value => ({ kind: 'name', text });
const phrase = (text: string): Value => ({ kind: 'phrase', text });
const link = (url: string, text: string): Value => ({ kind: 'link', url, text });

export const conferences = ['Big 12', 'SEC', 'Mountain West', 'American', 'Conference USA'];
export const features = ['Conflict finder', 'Travel planner', 'Policy library', 'Award tracker', 'Season simulator'];
export const styles = NumberStyle.options;

const pad = (part: number) => String(part).padStart(2, '0');
const anyMonth = fc
  .tuple(fc.integer({ min: 2025, max: 2028 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${pad(m)}`);
const anyDay = fc.tuple(anyMonth, fc.integer({ min: 1, max: 28 })).map(([of, day]) => `${of}-${pad(day)}`);
const anyMoment = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([day, h, m]) => `${day}T${pad(h)}:${pad(m)}:00.000Z`);
const anyMoney = fc
  .oneof(
    fc.integer({ min: 100, max: 99_999 }),
    fc.integer({ min: 100_000, max: 99_999_999 }),
    fc.integer({ min: 100_000_000, max: 50_000_000_000 }),
  )
  .map((cents) => money(cents / 100));
const anyCount = fc
  .oneof(
    fc.integer({ min: 2, max: 60 }),
    fc.integer({ min: 61, max: 9_999 }),
    fc.integer({ min: 10_000, max: 900_000 }),
  )
  .map(count);
const anyHours = fc
  .oneof(
    fc.integer({ min: 1, max: 95 }).map((tenths) => tenths / 10),
    fc.integer({ min: 10, max: 20_000 }),
  )
  .map(hours);
const anyShare = fc.integer({ min: 4, max: 990 }).map((thousandths) => share(thousandths / 1000));
const anyChange = fc
  .tuple(fc.integer({ min: 4, max: 800 }), fc.boolean())
  .map(([size, falls]) => share((falls ? -size : size) / 1000));
const anyRatio = fc.integer({ min: 3, max: 140 }).map((tenths) => ratio(tenths / 10));

const each = <V>(ids: readonly string[], value: V) => Object.fromEntries(ids.map((id) => [id, value]));
const twoOf = (all: readonly string[]) => fc.shuffledSubarray([...all], { minLength: 2, maxLength: 2 });

/** All that a sheet of a mail may hold, at random. */
export const anySheet: fc.Arbitrary<FactSheet> = fc
  .record({
    of: fc.record({
      ...each(
        [
          'savings.month',
          'savings.before',
          'savings.year',
          'savings.total',
          'savings.promised',
          'savings.m1',
          'savings.m2',
        ],
        anyMoney,
      ),
      ...each(['savings.change', 'sessions.change', 'users.change', 'hours.change', 'tasks.change'], anyChange),
      ...each(
        [
          'savings.against-promise',
          'efficiency.gain',
          'errors.reduction',
          'tickets.within-day',
          'adoption.share',
          'feature.best.share',
          'feature.weakest.share',
        ],
        anyShare,
      ),
      ...each(
        [
          'sessions.month',
          'optimisations.month',
          'users.day',
          'tasks.month',
          'policies.month',
          'compliance.month',
          'tickets.opened',
          'tickets.resolved',
          'seats',
          'peers.count',
          'contract.years',
          'anniversary.years',
          'onboarding.day',
        ],
        anyCount,
      ),
      ...each(['hours.month', 'hours.year', 'hours.total', 'milestone.value'], anyHours),
      ...each(['roi.realised', 'roi.promised'], anyRatio),
      ...each(
        [
          'contract.end',
          'budget.lock',
          'proposal.due',
          'milestone.reached',
          'training.from',
          'training.to',
          'ticket.opened',
          'ticket.resolved',
          'golive',
        ],
        anyDay.map(date),
      ),
      'satisfaction.mark': fc.integer({ min: 10, max: 99 }).map((tenths) => mark(tenths / 10, 10)),
      'meeting.at': fc
        .tuple(anyMoment, fc.constantFrom('America/Chicago', 'America/Denver', 'Europe/Paris'))
        .map(([at, zone]) => moment(at, zone)),
      'client.kind': fc.constantFrom('Power 5', 'mid-major').map(phrase),
      'peers.group': fc.constantFrom('conferences on Flextime', 'conferences on HELiiX').map(phrase),
      'peers.savings.position': fc
        .constantFrom('above the middle of the group', 'near the middle', 'below the middle')
        .map(phrase),
      'meeting.length': fc.constantFrom('30 minutes', '45 minutes').map(phrase),
      'training.length': fc.constantFrom('15-minute', '30-minute', '60-minute').map(phrase),
      'training.course': fc.constantFrom('Schedules in practice', 'Executive summary', 'Flextime in depth').map(name),
      'ticket.number': fc.integer({ min: 1000, max: 99_999 }).map((number) => phrase(String(number))),
      'milestone.name': fc
        .constantFrom('First schedule built', 'one million dollars in travel savings', '1,000 hours saved')
        .map(phrase),
    }),
    month: anyMonth,
    clients: twoOf(conferences),
    used: twoOf(features),
    path: fc.stringMatching(/^[a-z0-9]{8}$/),
  })

  .map(({ of, month: about, clients: [client = ''], used: [best = '', weakest = ''], path }) =>
    sheetOf(
      {
        ...of,
        ...each(['month', 'savings.m1.month'], month(about)),
        ...each(['month.before', 'savings.m2.month'], month(addMonths(IsoMonth.parse(about), -1))),
        'client.name': name(client),
        'feature.best': name(best),
        'feature.weakest': name(weakest),
        'link.home': link(`https://csm.heliix.example/c/${path}`, 'your page'),
        'link.meeting': link(`https://meet.heliix.example/j/${path}?pwd=1`, 'Join the meeting'),
        'link.training': link(`https://learn.heliix.example/${path}`, 'Choose a time'),
        'link.preferences': link(`https://csm.heliix.example/p/${path}`, 'what you receive'),
      },
      {
        'contract.years': 'Years of the contract',
        'anniversary.years': 'Years together',
        'onboarding.day': 'Day of onboarding',
      },
    ),
  );

/** Every other client, for a sheet of one. */
export function othersThan(sheet: FactSheet): string[] {
  const client = sheet.get('client.name');
  return conferences.filter((conference) => client?.kind !== 'name' || conference !== client.text);
}
