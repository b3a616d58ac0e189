import type { Claim } from './claim.ts';

const patterns = [
  /[a-z][a-z0-9+.-]*:\/\/[^\s<>"'|]+/u,
  /(?:mailto|tel|sms|javascript|data):[^\s<>"|]+/u,
  /[^\s<>"'|(),;:]*@[^\s<>"'|(),;:]+/u,
  /www\.[^\s<>"'|]+/u,
  // A bare domain: at least two labels, the last of letters; not "e.g." and not "p.m.".
  /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}(?![\p{L}\p{N}])(?:[/:][^\s<>"'|]*)?/u,
  /[\p{L}\p{N}-]+ ?[([]? ?\bdot\b ?[)\]]? ?(?:com|org|net|io|edu|example)\b/u,
];
const link = new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'giu');

/** What none of the patterns can do without: most texts have no link, and this is twenty times quicker to see. */
const hint = /:\S|@|[\p{L}\p{N}]\.\p{L}|\bdot\b/iu;

/** Every link, bare domain and address that a text shows, without the punctuation after it. */
export function linksIn(text: string): Claim[] {
  if (!hint.test(text)) return [];
  return [...text.matchAll(link)].map(({ 0: found, index }) => ({
    what: 'link',
    why: 'no fact is this link',
    start: index,
    end: index + found.replace(/[.,;:!?)\]}'*]+$/, '').length,
  }));
}
