import type { Contact, ContactRole } from '../clients/client.ts';

interface Choice {
  /** Whom to prefer within the audience, before the order of roles. */
  readonly prefer?: 'decisionMaker' | 'powerUser';
  /** Only these roles of the audience, when any of them is there. */
  readonly roles?: readonly ContactRole[];
  readonly most?: number;
}

/**
 * Who of a client's contacts is written to: people of the audience's roles, those preferred first, then by the order of
 * roles, then by id. The order the contacts are given in does not matter.
 */
export function recipientsFor(
  audience: readonly ContactRole[],
  contacts: readonly Contact[],
  { prefer, roles, most = Number.POSITIVE_INFINITY }: Choice = {},
): Contact[] {
  return contacts
    .filter(({ role }) => audience.includes(role) && (!roles || roles.includes(role)))
    .toSorted(
      (a, b) =>
        (prefer ? Number(b[prefer]) - Number(a[prefer]) : 0) ||
        audience.indexOf(a.role) - audience.indexOf(b.role) ||
        (a.contactId < b.contactId ? -1 : 1),
    )
    .slice(0, most);
}

/** Those who decide, and those who run the office from day to day. */
const executives: readonly ContactRole[] = ['commissioner', 'deputy-commissioner', 'athletic-director'];
const owners: readonly ContactRole[] = ['scheduling-associate', 'compliance-associate', 'operations'];

/** Executives and day-to-day owners together, no one twice; where there are neither, whoever the audience allows. */
export function leadersAndOwners(
  audience: readonly ContactRole[],
  contacts: readonly Contact[],
  most: { readonly executives: number; readonly owners: number },
): Contact[] {
  const chosen = [
    ...recipientsFor(audience, contacts, { prefer: 'decisionMaker', roles: executives, most: most.executives }),
    ...recipientsFor(audience, contacts, { prefer: 'powerUser', roles: owners, most: most.owners }),
  ];
  return chosen.length > 0 ? chosen : recipientsFor(audience, contacts, { prefer: 'decisionMaker', most: 1 });
}
