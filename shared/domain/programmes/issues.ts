import type { Fact } from '../facts/fact.ts';
import { ticketFacts } from '../figures/occasion-facts.ts';
import { textHash } from '../figures/text-hash.ts';
import { addDays } from '../values/iso-date.ts';
import { type Proposal, proposeTo } from './proposal.ts';
import { leadersAndOwners } from './recipients.ts';
import type { Situation } from './situation.ts';

/** What happened longer ago is no news: it was told, or recorded late. */
const daysOfNews = 2;

/**
 * News of grave tickets to those who run the office, when one is opened and when it is resolved. Of critical ones also to an
 * executive, and at once; others wait for their turn like all mail. Lesser ones are the help desk's own affair.
 */
export function issueUpdate(situation: Situation): Proposal[] {
  const { opened, resolved } = situation.record;
  return opened.flatMap((opening) => {
    const { severity, ticketId, date } = opening.detail;
    if (severity !== 'critical' && severity !== 'high') return [];
    const solution = resolved.find(({ detail }) => detail.ticketId === ticketId && detail.date >= date);
    return news(situation, opening, solution);
  });
}

function news(
  situation: Situation,
  opening: Fact<'ticket.opened'>,
  solution: Fact<'ticket.resolved'> | undefined,
): Proposal[] {
  const { contacts, policies } = situation;
  const { ticketId, severity, category, date } = opening.detail;
  const bosses = severity === 'critical' ? 1 : 0;
  const to = leadersAndOwners(policies['issue-update'].audience, contacts, { executives: bosses, owners: 2 });
  const told = solution?.detail.date ?? date;
  const sources = [opening.factId, ...(solution ? [solution.factId] : [])];
  return proposeTo(situation, {
    kind: 'issue-update',
    to,
    occasion: `${solution ? 'resolved' : 'opened'}-${told}-${short(ticketId)}`,
    because: `A ticket of ${severity} severity (${category}) was ${solution ? 'resolved' : 'opened'}.`,
    from: told,
    through: addDays(told, daysOfNews),
    ...(severity === 'critical' ? { critical: true } : {}),
    facts: ticketFacts({ ticketId, severity, category, opened: date, resolved: solution?.detail.date, sources }),
  });
}

/** An occasion has room for 80 characters, a ticket's number for 64. */
const short = (ticketId: string) =>
  ticketId.length <= 50 ? ticketId : `${ticketId.slice(0, 50)}~${textHash(ticketId).toString(36)}`;
