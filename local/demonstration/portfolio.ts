import { Client, Contact, type ContactRole, Contract } from '#shared/domain/clients/client.ts';
import { ContactId } from '#shared/domain/values/ids.ts';
import { addMonths, firstDay, lastDay, monthOf } from '#shared/domain/values/iso-date.ts';
import { dollars } from '#shared/domain/values/money.ts';
import { stories } from './stories.ts';
import type { Business, Scenario, Story } from './story.ts';

export interface DemonstrationClient {
  readonly client: Client;
  /** Absent for a prospect. */
  readonly contract: Contract | undefined;
  readonly contacts: readonly Contact[];
  /** Who joins when the demonstration begins. */
  readonly newcomers: readonly Contact[];
}

/**
 * The simulated portfolio. On the day the scenario starts one contract is in negotiation, one active, and the others early
 * in their renewal.
 */
export function demonstrationClients({ startedOn }: Pick<Scenario, 'startedOn'>): DemonstrationClient[] {
  return stories.map((story) => {
    const client = Client.parse({ ...story.profile, provenance: 'simulated', sharesWithPeers: true });
    const contract = story.business && contractOf(client, story.business, startedOn);
    return {
      client,
      contract,
      contacts: story.contacts
        .filter(({ joins }) => !joins)
        .map((contact) => contactOf(client, contact, contract?.start)),
      newcomers: story.contacts.filter(({ joins }) => joins).map((contact) => contactOf(client, contact, undefined)),
    };
  });
}

/** Every role is held by one contact, named after it. */
export const contactIdOf = (role: ContactRole): ContactId => ContactId.parse(role);

function contractOf({ clientId }: Client, { contract }: Business, startedOn: Scenario['startedOn']): Contract {
  const lastMonth = addMonths(monthOf(startedOn), contract.endsInMonths);
  return Contract.parse({
    clientId,
    start: firstDay(addMonths(lastMonth, 1 - 12 * contract.years)),
    end: lastDay(lastMonth),
    annualValueCents: dollars(contract.annualDollars),
    promisedSavingsCents: dollars(contract.promisedSavingsDollars),
  });
}

function contactOf(
  { clientId }: Client,
  { role, decisionMaker, powerUser }: Story['contacts'][number],
  introducedOn: Contact['introducedOn'],
): Contact {
  return Contact.parse({
    clientId,
    contactId: contactIdOf(role),
    role,
    email: `${role}@${clientId}.example`,
    decisionMaker: decisionMaker ?? false,
    powerUser: powerUser ?? false,
    ...(introducedOn === undefined ? {} : { introducedOn }),
  });
}
