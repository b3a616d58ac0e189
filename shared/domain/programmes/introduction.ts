import { Product } from '../clients/client.ts';
import { seatsOf } from '../figures/adoption.ts';
import { onboardingFacts } from '../figures/occasion-facts.ts';
import { stated } from '../figures/stated.ts';
import type { TrackRecord } from '../figures/track-record.ts';
import { contractSource } from '../figures/year-so-far.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import { sayDate } from '../health/wording.ts';
import { addDays, type IsoDate, monthOf } from '../values/iso-date.ts';
import { isFirstContract } from './first-contract.ts';
import { type Proposal, proposeTo } from './proposal.ts';
import { recipientsFor } from './recipients.ts';
import type { Situation } from './situation.ts';

const welcomeDays = 14;
const stepDays = 10;

/** What is to be done with each product, from one day after the contract's start by another. */
const steps: readonly {
  readonly day: number;
  readonly by: number;
  readonly with: Readonly<Record<Product, string>>;
}[] = [
  {
    day: 7,
    by: 30,
    with: {
      flextime: 'Bring in your venues, your travel limits and the schedule of last season.',
      heliix: 'Bring in your policies and the calendar of compliance dates.',
    },
  },
  {
    day: 30,
    by: 60,
    with: {
      flextime: 'Build a first schedule for one sport and compare its travel with the one you have.',
      heliix: 'Let one recurring task run by itself, and check what it did.',
    },
  },
  {
    day: 60,
    by: 90,
    with: {
      flextime: 'Open the schedule to your members, so that their wishes arrive in one place.',
      heliix: 'Move the monthly compliance report to HELiiX.',
    },
  },
  {
    day: 90,
    by: 120,
    with: {
      flextime: 'Look at the travel savings together, and choose the next sports.',
      heliix: 'Look at the hours saved together, and choose the next tasks.',
    },
  },
];

/**
 * A welcome to everyone in the audience when a client's first contract starts, and to a person who joins later: since a day
 * we were told, or unknown to us until now, which the operator approves like any first mail.
 */
export function welcome(situation: Situation): Proposal[] {
  const { record, contacts, policies } = situation;
  const { contract } = record;
  if (!contract) return [];
  const isNew = isFirstContract(record);
  return recipientsFor(policies.welcome.audience, contacts).flatMap((contact) => {
    const { introducedOn } = contact;
    const unknown = introducedOn === undefined && !(isNew && record.today <= addDays(contract.start, welcomeDays));
    const joined = introducedOn !== undefined && introducedOn > contract.start;
    if (!joined && !unknown && !isNew) return [];
    const from = joined ? introducedOn : unknown ? record.today : contract.start;
    const joinsOthers = joined || unknown;
    return proposeTo(situation, {
      kind: 'welcome',
      to: [contact],
      occasion: 'welcome',
      because: unknown
        ? 'This person is new to us.'
        : joined
          ? `This person joined on ${sayDate(from)}.`
          : `The contract began on ${sayDate(from)}.`,
      from,
      through: addDays(from, welcomeDays),
      facts: [joinsOthers ? beganIn(record, contract) : seatsOf(record.client)],
    });
  });
}

/** Since when the office has been with us: its contract, or the first report where this is not its first contract. */
function beganIn({ reports }: TrackRecord, contract: NonNullable<TrackRecord['contract']>): GroundedFact {
  const [first] = Product.options
    .flatMap((product) => [...reports[product].values()].flatMap(([report]) => report ?? []))
    .toSorted((a, b) => (a.detail.date < b.detail.date ? -1 : 1));
  const isEarlier = first !== undefined && first.detail.date < contract.start;
  const source = isEarlier ? first.factId : contractSource(contract);
  const month = monthOf(isEarlier ? first.detail.date : contract.start);
  return stated('welcome.since', 'Since when the office has worked with us', [source], { kind: 'month', month });
}

/** The steps of the first ninety days, to those who run the office from day to day. */
export function onboarding(situation: Situation): Proposal[] {
  const { record, contacts, policies } = situation;
  const { client, contract } = record;
  if (!contract || !isFirstContract(record)) return [];
  const to = recipientsFor(policies['onboarding-step'].audience, contacts, { prefer: 'powerUser', most: 2 });
  return steps.flatMap(({ day, by, with: doing }) => {
    const from: IsoDate = addDays(contract.start, day);
    const step = Product.options.flatMap((product) => (client.services.includes(product) ? doing[product] : []));
    if (step.length === 0) return [];
    return proposeTo(situation, {
      kind: 'onboarding-step',
      to,
      occasion: `day-${day}`,
      because: `Day ${day} since the contract began on ${sayDate(contract.start)}.`,
      from,
      through: addDays(from, stepDays),
      facts: onboardingFacts({
        due: addDays(contract.start, by),
        step: step.join(' '),
        sources: [contractSource(contract)],
      }),
    });
  });
}
