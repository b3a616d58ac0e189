import type { Contact } from '../clients/client.ts';
import { textHash } from '../figures/text-hash.ts';
import { addDays, firstDay, monthNumber, monthOf } from '../values/iso-date.ts';
import { type Proposal, proposeTo } from './proposal.ts';
import { recipientsFor } from './recipients.ts';
import type { Situation } from './situation.ts';
import { tempos } from './tempo.ts';
import { workingDayFrom } from './working-days.ts';

/** The tenth. */
const startsOn = 9;
const days = 14;
/** Who has just begun has nothing to say yet. */
const daysOfQuiet = 60;

/**
 * Once a quarter half of the people are asked, the other half in the next: each at most twice in a calendar year, half a
 * year apart. Which half a person is in depends on the person alone, so that it does not change as others come and go.
 */
export function surveyRequest(situation: Situation): Proposal[] {
  const { record, contacts, policies, calendar } = situation;
  const { client, contract, today } = record;
  const month = monthOf(today);
  const quarter = tempos[client.type].surveyMonths.indexOf(monthNumber(month));
  if (quarter < 0 || (contract && addDays(contract.start, daysOfQuiet) > today)) return [];
  const from = workingDayFrom(addDays(firstDay(month), startsOn), calendar.blackouts);
  const asked = recipientsFor(policies['survey-request'].audience, contacts);
  return proposeTo(situation, {
    kind: 'survey-request',
    to: asked.filter((contact) => halfOf(contact) === quarter % 2),
    occasion: `${month.slice(0, 4)}-q${quarter + 1}`,
    because: 'The survey of the quarter; this person is asked in every other one.',
    from,
    through: addDays(from, days),
  });
}

/** 0 or 1; the low bit of FNV-1a alone follows the parity of the letters, so higher ones are mixed in. */
function halfOf({ clientId, contactId }: Contact): number {
  const hash = textHash(`${clientId}/${contactId}`);
  return (hash ^ (hash >>> 7) ^ (hash >>> 15) ^ (hash >>> 23)) & 1;
}
