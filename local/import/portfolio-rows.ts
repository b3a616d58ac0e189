import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Client, Contact, Contract } from '#shared/domain/clients/client.ts';
import { Dollars } from '#shared/domain/values/money.ts';
import { dollarCell, listCell, numberCell, textCell } from './cells.ts';
import { checkRows } from './check-rows.ts';
import { contactsCell } from './contacts-cell.ts';
import { type CsvColumn, csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';
import type { Checked } from './problem.ts';
import type { Format } from './source-format.ts';

/** A client as a portfolio file tells of it. Whether it is simulated is not for the file to say. */
export interface PortfolioRow {
  readonly client: Omit<Client, 'provenance'>;
  /** Absent for a prospect. */
  readonly contract: Contract | undefined;
  readonly contacts: readonly Contact[];
}

/** Reads a portfolio file: one row for each client. */
export const readPortfolio = (text: string, format: Format): Checked<PortfolioRow> =>
  checkRows(format === 'csv' ? csvRows(text, columns) : jsonRows(text), RowSchema, {
    of: ({ client }) => client.clientId,
    in: 'clientId',
  });

/** So that one commit holds a client with all that belongs to it. */
const mostContacts = 90;

const ContractRow = z.strictObject({
  start: Contract.shape.start,
  end: Contract.shape.end,
  annualValue: Dollars.transform((cents): number => cents).pipe(Contract.shape.annualValueCents),
  promisedAnnualSavings: Dollars.optional(),
});

const ContactRow = z.strictObject({
  contactId: Contact.shape.contactId.optional(),
  role: Contact.shape.role,
  email: Contact.shape.email,
  decisionMaker: z.boolean().optional(),
  powerUser: z.boolean().optional(),
  introducedOn: Contact.shape.introducedOn,
});
type ContactRow = z.infer<typeof ContactRow>;

const RowSchema = z
  .strictObject({
    ...Client.omit({ provenance: true }).shape,
    contract: ContractRow.optional(),
    contacts: z.array(ContactRow).max(mostContacts).default([]),
  })
  .transform(({ contract, contacts, ...client }, context): PortfolioRow => {
    const { clientId } = client;
    const signed = contract && Contract.safeParse({ clientId, ...signedOf(contract) });
    for (const { path, message } of signed?.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['contract', ...path], message });
    const people = contacts.map((contact) => contactOf(clientId, contact));
    for (const [index, { contactId }] of people.entries())
      if (people.findIndex((other) => other.contactId === contactId) < index)
        context.addIssue({ code: 'custom', path: ['contacts', index], message: 'this person is listed twice' });
    return { client, contract: signed?.data, contacts: people };
  });

const signedOf = ({ start, end, annualValue, promisedAnnualSavings }: z.infer<typeof ContractRow>) => ({
  start,
  end,
  annualValueCents: annualValue,
  ...(promisedAnnualSavings === undefined ? {} : { promisedSavingsCents: promisedAnnualSavings }),
});

/** Without an id of its own a person is known by the e-mail address, so that order and role may change. */
function contactOf(
  clientId: Client['clientId'],
  { contactId, role, email, decisionMaker, powerUser, introducedOn }: ContactRow,
): Contact {
  const known = createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 12);
  return Contact.parse({
    clientId,
    contactId: contactId ?? `email-${known}`,
    role,
    email,
    decisionMaker: decisionMaker ?? false,
    powerUser: powerUser ?? false,
    ...(introducedOn === undefined ? {} : { introducedOn }),
  });
}

const column = (name: string, read: CsvColumn['read'] = textCell): CsvColumn => ({
  name,
  path: [name],
  read,
  required: true,
});

const columns: readonly CsvColumn[] = [
  column('clientId'),
  column('name'),
  column('type'),
  column('status'),
  column('memberSchools', numberCell),
  column('staffSeats', numberCell),
  column('services', listCell),
  column('timeZone'),
  column('fiscalYearEnd'),
  { name: 'contractStart', path: ['contract', 'start'], read: textCell },
  { name: 'contractEnd', path: ['contract', 'end'], read: textCell },
  { name: 'annualContractValue', path: ['contract', 'annualValue'], read: dollarCell },
  { name: 'promisedAnnualSavings', path: ['contract', 'promisedAnnualSavings'], read: dollarCell },
  { name: 'contacts', path: ['contacts'], read: contactsCell },
];
