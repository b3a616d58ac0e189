import type { TicketOpening } from '../facts/ticket.ts';
import type { GroundedFact } from '../grounding/grounded-fact.ts';
import type { Instant, IsoDate } from '../values/iso-date.ts';
import { stated } from './stated.ts';

interface Course {
  readonly course: string;
  /** "30-minute hands-on demo" */
  readonly length: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly sources: string[];
}

/** A course and when it is offered. */
export const trainingFacts = ({ course, length, from, to, sources }: Course): GroundedFact[] => [
  stated('training.course', 'The course', sources, { kind: 'name', text: course }),
  stated('training.length', 'How long it takes', [], { kind: 'phrase', text: length }),
  stated('training.from', 'From when it is offered', [], { kind: 'date', date: from }),
  stated('training.to', 'Until when it is offered', [], { kind: 'date', date: to }),
];

interface TicketNews extends Pick<TicketOpening, 'ticketId' | 'severity' | 'category'> {
  readonly opened: IsoDate;
  readonly resolved?: IsoDate | undefined;
  /** The ids of the facts that told us. */
  readonly sources: string[];
}

/** A ticket: what it is about and how far it has come. */
export const ticketFacts = ({
  ticketId,
  severity,
  category,
  opened,
  resolved,
  sources,
}: TicketNews): GroundedFact[] => [
  stated('ticket.number', 'The ticket', sources, { kind: 'phrase', text: ticketId }),
  stated('ticket.state', 'Where it stands', sources, { kind: 'phrase', text: resolved ? 'resolved' : 'in progress' }),
  stated('ticket.severity', 'How grave it is', sources, { kind: 'phrase', text: severity }),
  stated('ticket.category', 'What it is about', sources, { kind: 'phrase', text: category }),
  stated('ticket.opened', 'When it was opened', sources, { kind: 'date', date: opened }),
  ...(resolved ? [stated('ticket.resolved', 'When it was resolved', sources, { kind: 'date', date: resolved })] : []),
];

/** The links that answer a survey, the first for 1. */
export const surveyFacts = (links: readonly string[]): GroundedFact[] =>
  links.map((url, at) =>
    stated(`survey.${at + 1}`, `Answers ${at + 1}`, [], { kind: 'link', url, text: String(at + 1) }),
  );

interface Appointment {
  readonly at: Instant;
  readonly zone: string;
  readonly minutes: number;
  /** The video link, when there is one. */
  readonly link?: string | undefined;
  readonly sources: string[];
}

/** A meeting as it is proposed. */
export const meetingFacts = ({ at, zone, minutes, link, sources }: Appointment): GroundedFact[] => [
  stated('meeting.at', 'When the meeting is', sources, { kind: 'moment', at, zone }),
  stated('meeting.length', 'How long the meeting is', sources, { kind: 'phrase', text: `${minutes} minutes` }),
  ...anyLink('link.meeting', 'Where the meeting is', 'Join the meeting', link),
];

/** A meeting that will not be. */
export const cancelledMeetingFacts = ({ at, zone, sources }: Pick<Appointment, 'at' | 'zone' | 'sources'>) => [
  stated('meeting.cancelled', 'When the canceled meeting was to be', sources, { kind: 'moment', at, zone }),
];

interface Step {
  readonly due: IsoDate;
  /** What to do: "Load last season's schedule". */
  readonly step: string;
  /** The planned day of going live, when one was agreed. */
  readonly goLive?: IsoDate | undefined;
  readonly sources: string[];
}

/** A step of the introduction. */
export const onboardingFacts = ({ due, step, goLive, sources }: Step): GroundedFact[] => [
  stated('onboarding.due', 'The day by which it should be done', sources, { kind: 'date', date: due }),
  stated('onboarding.step', 'The step', [], { kind: 'phrase', text: step }),
  ...(goLive ? [stated('golive', 'When the client goes live', sources, { kind: 'date', date: goLive })] : []),
];

/** The link of every mail: the recipient's preferences. */
export const linkFacts = ({ preferences }: { readonly preferences: string }) =>
  anyLink('link.preferences', 'The recipient’s preferences', 'Preferences', preferences);

const anyLink = (id: string, says: string, text: string, url: string | undefined): GroundedFact[] =>
  url === undefined ? [] : [stated(id, says, [], { kind: 'link', url, text })];
