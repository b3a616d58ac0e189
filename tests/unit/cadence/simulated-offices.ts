import type { Candidate, Recipient } from '#shared/domain/cadence/mailing.ts';
import { ClientType } from '#shared/domain/clients/client.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { Preferences, type Suppression } from '#shared/domain/mail/preferences.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { type Instant, type IsoDate, instantOf } from '#shared/domain/values/iso-date.ts';
import { type Programme, programmes } from './simulated-programmes.ts';

/** A message and the moments at which it is proposed and approved. */
export interface Proposal {
  readonly message: Omit<Candidate, 'approved'>;
  readonly proposedAt: number;
  readonly approvedAt: number;
}

/** A person, and what they will do during the year. */
export interface Reader {
  readonly recipient: Recipient;
  readonly suppressed: { readonly from: number; readonly because: Suppression['because'] } | undefined;
  readonly pause: { readonly from: number; readonly until: IsoDate } | undefined;
}

export interface Office {
  readonly officeId: string;
  readonly type: ClientType;
  readonly readers: readonly Reader[];
  /** In order of time. */
  readonly proposals: readonly Proposal[];
  /** Whether it is looked at every 15 minutes only, or at the very moment. */
  readonly everyQuarter: boolean;
}

export const dayMs = 86_400_000;
/** A leap year; the zones include two that move by or stand at half an hour, and two that change at midnight. */
export const yearStart = Date.parse('2028-01-01T00:00:00Z');
const yearDays = 366;
const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Auckland',
  'Africa/Cairo',
  'America/Havana',
];

/** Offices of 2 to 14 people, 8 on average, with what everybody will propose to them in a year. The same seed, the same offices. */
export function simulateOffices(seed: number, count: number): Office[] {
  const chance = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const people =
      index === count - 1 && count % 2 === 1 ? 8 : index % 2 === 0 ? 2 + (index % 7) : 14 - ((index - 1) % 7);
    const zone = chance.of(zones);
    const readers = Array.from({ length: people }, (_, n) => reader(`person-${n}`, zone, chance));
    const crowding = 0.4 + chance.share() * (people < 5 ? 4 : 1);
    const proposals = readers.flatMap(({ recipient }) =>
      programmes.flatMap((programme) => proposalsOf(programme, recipient, crowding, chance)),
    );
    return {
      officeId: `office-${index}`,
      type: chance.of(ClientType.options),
      readers,
      proposals: proposals.toSorted((a, b) => a.proposedAt - b.proposedAt),
      everyQuarter: index % 2 === 0,
    };
  });
}

function reader(id: string, zone: string, chance: Chance): Reader {
  const from = yearStart + chance.share() * yearDays * dayMs;
  const preferences = Preferences.parse({
    timeOfDay: chance.of(Preferences.shape.timeOfDay.unwrap().options),
    frequency: chance.share() < 0.15 ? 'monthly' : 'usual',
    without: chance.share() < 0.2 ? [chance.of(MessageKind.options)] : [],
    ...(chance.share() < 0.1 ? { timeZone: chance.of(zones) } : {}),
  });
  const because = chance.of(['unsubscribed', 'hard-bounce', 'complaint', 'operator'] as const);
  return {
    recipient: { contactId: ContactId.parse(id), timeZone: zone, preferences },
    suppressed: chance.share() < 0.06 ? { from, because } : undefined,
    pause: chance.share() < 0.1 ? { from, until: dateOf(from + chance.share() * 40 * dayMs) } : undefined,
  };
}

function proposalsOf(programme: Programme, { contactId }: Recipient, crowding: number, chance: Chance): Proposal[] {
  const { kind, priority, expiresAfterDays, timesAYear, approvalDays } = programme;
  const wanted = timesAYear * (priority === 'high' || priority === 'critical' ? 1 : crowding);
  const times = Math.floor(wanted) + (chance.share() < wanted % 1 ? 1 : 0);
  return Array.from({ length: times }, (_, n) => {
    const proposedAt = Math.floor(yearStart + chance.share() * yearDays * dayMs);
    const notBefore = proposedAt + (chance.share() < 0.3 ? Math.floor(chance.share() * 4 * dayMs) : 0);
    return {
      message: {
        messageId: `${contactId}.${kind}.${priority}.${n}`,
        contactId,
        kind,
        priority,
        class: programme.class,
        season: programme.season,
        digestible: programme.digestible,
        notBefore: moment(notBefore),
        expiresAt: moment(notBefore + expiresAfterDays * dayMs),
        ...(chance.share() < 0.05 ? { heldUntil: moment(notBefore + chance.share() * 6 * dayMs) } : {}),
      },
      proposedAt,
      approvedAt:
        approvalDays === undefined ? proposedAt : Math.floor(proposedAt + chance.share() * approvalDays * dayMs),
    };
  });
}

export const moment = (ms: number): Instant => instantOf(new Date(ms));
const dateOf = (ms: number): IsoDate => moment(ms).slice(0, 10) as IsoDate;

interface Chance {
  /** 0 to 1, without 1. */
  readonly share: () => number;
  readonly of: <T>(options: readonly [T, ...T[]] | readonly T[]) => T;
}

/** Numbers that look random and are the same for the same seed: a linear congruence modulo 2^48, its upper 32 bits. */
function randomFrom(seed: number): Chance {
  let state = (BigInt(seed) * 2_654_435_761n + 11n) & 0xffff_ffff_ffffn;
  const share = () => {
    state = (state * 25_214_903_917n + 11n) & 0xffff_ffff_ffffn;
    return Number(state >> 16n) / 2 ** 32;
  };
  return {
    share,
    of(options) {
      const [chosen] = options.slice(Math.floor(share() * options.length));
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}
