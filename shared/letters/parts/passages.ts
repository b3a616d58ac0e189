import type { ContactRole } from '#shared/domain/clients/client.ts';
import type { FactSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { Block } from '#shared/domain/mail/letter.ts';
import { say } from '../prose.ts';
import type { Voice } from '../voice.ts';
import { adviceFor } from './advice.ts';
import { highlights } from './highlights.ts';

/** One paragraph of the sentences whose facts are known; nothing when there is none. */
export function paragraph(facts: FactSheet, ...sentences: readonly (string | undefined)[]): Block[] {
  const says = say(facts, ...sentences);
  return says === undefined ? [] : [{ block: 'paragraph', says }];
}

export const greetingOf = (voice: Voice, role: ContactRole): string => voice.greeting[role] ?? voice.greeting.anyone;

/** What went well, by the facts; nothing when nothing did. */
export function praise(facts: FactSheet, voice: Voice, most: number): Block[] {
  const items = highlights(facts, most).flatMap((sign) => say(facts, voice.praise.for[sign]) ?? []);
  return items.length > 0
    ? [
        { block: 'heading', says: voice.praise.title },
        { block: 'list', items },
      ]
    : [];
}

/** The one recommendation that the facts suggest; nothing when they suggest none. */
export function recommendation(facts: FactSheet, voice: Voice): Block[] {
  const advice = adviceFor(facts);
  const says = advice ? say(facts, ...voice.advice.for[advice]) : undefined;
  return says === undefined ? [] : [{ block: 'callout', title: voice.advice.title, says: [says] }];
}

/** The meeting that is proposed, with its link when there is one; nothing when none is. */
export function meeting(facts: FactSheet, voice: Voice): Block[] {
  if (!facts.has('meeting.at')) return [];
  const when = facts.has('meeting.length') ? '{{fact:meeting.at}}, {{fact:meeting.length}}' : '{{fact:meeting.at}}';
  const says = say(facts, ...voice.meeting.says);
  return [
    { block: 'callout', title: voice.meeting.title, says: says === undefined ? [when] : [when, says] },
    ...action(facts, 'link.meeting', 'Join the meeting'),
  ];
}

/** A button, when its link is known. */
export const action = (facts: FactSheet, link: string, label: string): Block[] =>
  facts.has(link) ? [{ block: 'action', label, link }] : [];
