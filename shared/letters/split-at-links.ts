import type { FactSheet, GroundedFact } from '#shared/domain/grounding/grounded-fact.ts';

type Link = Extract<GroundedFact, { kind: 'link' }>;

/** Prose cut where it names a link, so that a renderer can make something to follow of it; the rest stays whole. */
export function splitAtLinks(prose: string, facts: FactSheet): (string | Link)[] {
  const parts: (string | Link)[] = [];
  let done = 0;
  for (const { 0: place, 1: id = '', index } of prose.matchAll(/\{\{fact:([a-z0-9.-]+)\}\}/g)) {
    const fact = facts.get(id);
    if (fact?.kind !== 'link') continue;
    parts.push(prose.slice(done, index), fact);
    done = index + place.length;
  }
  parts.push(prose.slice(done));
  return parts.filter((part) => part !== '');
}

/** Where a link fact leads; undefined when it is unknown or no link. */
export function urlOf(facts: FactSheet, id: string): string | undefined {
  const fact = facts.get(id);
  return fact?.kind === 'link' ? fact.url : undefined;
}
