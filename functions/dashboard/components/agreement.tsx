import type { Contact } from '#shared/domain/clients/client.ts';
import type { IsoDate } from '#shared/domain/values/iso-date.ts';
import { formatDollars } from '#shared/domain/values/money.ts';
import type { ClientFile } from '../load-client.ts';
import { dayOfYear, roleNames, shortDate } from '../words.ts';
import { Details } from './details.tsx';
import { Renewal } from './renewal.tsx';
import { Table } from './table.tsx';

/** What was signed, and where the contract clock stands. */
export function Agreement({ file: { client, contract }, today }: { file: ClientFile; today: IsoDate }) {
  const promised = contract?.promisedSavingsCents;
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">Contract and renewal</h2>
      <Details
        entries={[
          ['Renewal', <Renewal contract={contract} today={today} />],
          ...(contract
            ? ([
                ['Began', shortDate(contract.start)],
                ['Worth a year', formatDollars(contract.annualValueCents)],
              ] as const)
            : []),
          ...(promised === undefined ? [] : ([['Savings promised a year', formatDollars(promised)]] as const)),
          ['Fiscal year ends', dayOfYear(client.fiscalYearEnd)],
          ['Licensed seats', client.staffSeats.toLocaleString('en-US')],
          ['Time zone', client.timeZone],
        ]}
      />
    </section>
  );
}

/** The people, by role. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">Contacts</h2>
      {contacts.length === 0 ? (
        <p class="empty">No contact is recorded.</p>
      ) : (
        <Table
          caption="Contacts of the client"
          rows={contacts}
          columns={[
            { title: 'Role', kind: 'heading', cell: (contact) => <Person contact={contact} /> },
            { title: 'Part', cell: (contact) => partOf(contact) },
          ]}
        />
      )}
    </section>
  );
}

const Person = ({ contact: { role, email } }: { contact: Contact }) => (
  <>
    {roleNames[role]}
    <small>{email}</small>
  </>
);

const partOf = ({ decisionMaker, powerUser }: Contact) =>
  [...(decisionMaker ? ['Decision maker'] : []), ...(powerUser ? ['Power user'] : [])].join(', ') || 'Informed';
