import type { FactSheet, GroundedFact } from '../grounding/grounded-fact.ts';
import { Letter } from './letter.ts';

interface Written {
  readonly letter: Letter;
  readonly sheet: FactSheet;
}

/**
 * Letters that travel in one mail share one sheet. Where two mean different things by one id (two milestones), the later
 * letter's is renamed, in its sheet and in its words.
 */
export function combineSheets(all: readonly Written[]): { letters: Letter[]; sheet: FactSheet } {
  const sheet = new Map<string, GroundedFact>();
  const letters = all.map((written, i) => {
    const renamed = new Map<string, string>();
    for (const [id, fact] of written.sheet) {
      const known = sheet.get(id);
      const clashes = known !== undefined && JSON.stringify(known) !== JSON.stringify(fact);
      const name = clashes ? `letter${i + 1}.${id}` : id;
      if (clashes) renamed.set(id, name);
      sheet.set(name, { ...fact, id: name });
    }
    return renamed.size === 0 ? written.letter : withNames(written.letter, renamed);
  });
  return { letters, sheet };
}

/** Every text of a letter is prose, or the id of a fact where the field says so. */
function withNames(letter: Letter, renamed: ReadonlyMap<string, string>): Letter {
  const inProse = (prose: string) =>
    prose.replace(/\{\{fact:([^{}]*)\}\}/g, (_, id: string) => `{{fact:${renamed.get(id) ?? id}}}`);
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return idFields.has(field) ? (renamed.get(value) ?? value) : inProse(value);
    if (Array.isArray(value)) return value.map((each) => walk(each, field));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
  };
  return Letter.parse(walk(letter, ''));
}
const idFields = new Set(['fact', 'link', 'links']);
