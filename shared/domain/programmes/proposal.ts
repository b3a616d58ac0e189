import { momentAt } from '../cadence/wall-clock.ts';
import type { Contact } from '../clients/client.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { MessageKind } from '../mail/message-kind.ts';
import type { MeetingId, MeetingPlan } from '../meetings/meeting.ts';
import type { ContactId } from '../values/ids.ts';
import { addDays, type Instant, type IsoDate, instantOf } from '../values/iso-date.ts';
import type { Situation } from './situation.ts';

/** A message that is due. Proposed again on another day it is the same one: `messageIdOf` says so. */
export interface Proposal {
  readonly kind: MessageKind;
  readonly contactId: ContactId;
  readonly occasion: string;
  /** Why now, one sentence for the operator. */
  readonly because: string;
  readonly notBefore: Instant;
  readonly staleAt: Instant;
  /** Exempt from caps, quiet hours and blackouts. */
  readonly critical?: true;
  /** What belongs to this occasion alone. */
  readonly facts: readonly GroundedFact[];
  readonly meeting?: WantedMeeting;
  /** The meeting it is about, when there is one already. */
  readonly meetingId?: MeetingId;
}

/** One meeting of an occasion, however many people it is proposed to. When it is, the operator's diary decides. */
export interface WantedMeeting
  extends Pick<MeetingPlan, 'meetingId' | 'purpose' | 'occasion' | 'contactIds' | 'minutes'> {
  /** By then everyone invited has had the mail. */
  readonly earliest: IsoDate;
}

interface Due extends Pick<Proposal, 'kind' | 'occasion' | 'because' | 'critical' | 'meeting'> {
  readonly to: readonly Contact[];
  /** The first day on which it may be sent. */
  readonly from: IsoDate;
  /** The last day on which it is proposed, and sent unless the policy of its kind says later. */
  readonly through: IsoDate;
  /** Whether it ends with its last day, however long its kind would keep. */
  readonly strict?: true;
  readonly facts?: readonly GroundedFact[];
}

/** A message for each of these people while it is due: from its first day to its last one. */
export function proposeTo({ record, policies }: Situation, due: Due): Proposal[] {
  const { to, from, through, strict, facts = [], ...rest } = due;
  const { today, client } = record;
  if (today < from || today > through) return [];
  const keeps = addDays(from, policies[due.kind].expiresAfterDays - 1);
  const last = strict || keeps < through ? through : keeps;
  const notBefore = localMoment(client.timeZone, from);
  const staleAt = localMoment(client.timeZone, addDays(last, 1));
  return to.map(({ contactId }) => ({ ...rest, contactId, notBefore, staleAt, facts }));
}

/** When the zone's clock shows this many minutes after midnight. */
export const localMoment = (zone: string, date: IsoDate, minutes = 0): Instant =>
  instantOf(new Date(momentAt(zone, date, minutes)));
