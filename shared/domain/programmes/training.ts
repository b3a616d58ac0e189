import type { Blackout } from '../cadence/mailing.ts';
import { type ContactRole, Product } from '../clients/client.ts';
import { adoptionIn, featureNames } from '../figures/adoption.ts';
import { cite } from '../figures/citation.ts';
import { trainingFacts } from '../figures/occasion-facts.ts';
import { lastWholeMonth } from '../figures/tally.ts';
import type { TrackRecord } from '../figures/track-record.ts';
import { productNames, sayDate, sayShare } from '../health/wording.ts';
import { addDays, addMonths, firstDay, type IsoDate, type IsoMonth, monthNumber, monthOf } from '../values/iso-date.ts';
import { isFirstContract } from './first-contract.ts';
import { type Proposal, proposeTo } from './proposal.ts';
import { recipientsFor } from './recipients.ts';
import type { Situation } from './situation.ts';

interface Format {
  /** After the subject: "Analytics in depth". */
  readonly name: string;
  readonly length: string;
}

const inDepth: Format = { name: 'in depth', length: '60-minute session' };

/** mission.md, capability 3. */
const formats: Readonly<Partial<Record<ContactRole, Format>>> = {
  'athletic-director': { name: 'in brief', length: '15-minute executive summary' },
  operations: { name: 'hands-on', length: '30-minute hands-on demo' },
};

/** Who uses everything this much needs no course. */
const wellUsed = 0.9;
const most = 8;

/** At the start of each training window an invitation to a course on the least used feature, in the form for the role. */
export function trainingInvitation(situation: Situation): Proposal[] {
  const { record, contacts, policies } = situation;
  if (record.contract && record.contract.start > record.today && isFirstContract(record)) return [];
  const invited = recipientsFor(policies['training-invitation'].audience, contacts, { prefer: 'powerUser', most });
  const toTeach = invited.some(({ role }) => windowFor(role, situation)) ? subjectFor(record) : undefined;
  if (!toTeach) return [];
  return invited.flatMap((contact) => {
    const window = windowFor(contact.role, situation);
    if (!window) return [];
    const { name, length } = formats[contact.role] ?? inDepth;
    return proposeTo(situation, {
      kind: 'training-invitation',
      to: [contact],
      occasion: `training-${window.from}`,
      because: `${toTeach.because} The training window is open until ${sayDate(window.to)}.`,
      from: window.from,
      through: least(window.to, addDays(window.from, policies['training-invitation'].expiresAfterDays)),
      strict: true,
      facts: trainingFacts({
        course: `${toTeach.subject} ${name}`,
        length,
        from: window.from,
        to: window.to,
        sources: toTeach.sources,
      }),
    });
  });
}

/** Months in which a role has its own busy time within the office's windows: compliance peaks in July and August. */
const busyMonths: Readonly<Partial<Record<ContactRole, readonly number[]>>> = { 'compliance-associate': [7, 8] };

/** The training window that is open today, up to the month in which the role gets busy. */
function windowFor(role: ContactRole, { record, calendar }: Situation): Blackout | undefined {
  const { today } = record;
  const window = calendar.trainingWindows.find(({ from, to }) => from <= today && today <= to);
  const isBusy = (month: IsoMonth) => busyMonths[role]?.includes(monthNumber(month)) ?? false;
  if (!window || isBusy(monthOf(today))) return undefined;
  const months = Array.from({ length: 12 }, (_, ahead) => addMonths(monthOf(today), ahead));
  const busy = months.find(isBusy);
  return busy ? { ...window, to: least(window.to, addDays(firstDay(busy), -1)) } : window;
}

const least = (a: IsoDate, b: IsoDate) => (a < b ? a : b);

interface Subject {
  readonly subject: string;
  readonly because: string;
  readonly sources: string[];
}

/** The least used feature, or the product itself while adoption is not known; nothing where everything is well used. */
function subjectFor(record: TrackRecord): Subject | undefined {
  const { client, today } = record;
  const weakest = adoptionIn(record, lastWholeMonth(today))?.features.at(-1);
  if (!weakest) {
    const product = Product.options.find((one) => client.services.includes(one));
    return product && { subject: productNames[product], because: 'Adoption is not known yet.', sources: [] };
  }
  if (weakest.share >= wellUsed) return undefined;
  const { feature, share, facts } = weakest;
  return {
    subject: featureNames[feature],
    because: `${featureNames[feature]} is used by ${sayShare(share)} of seats, least of all.`,
    sources: cite(facts, { type: 'usage.reported', metric: 'featureAdoption', feature }),
  };
}
