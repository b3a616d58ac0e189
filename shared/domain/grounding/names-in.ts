import type { Claim } from './claim.ts';
import { isOrdinary } from './ordinary-words.ts';
import { stretchesOf } from './stretch.ts';

const word = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*/gu;
const sentenceStart = /(?:^|[\n\u2029.!?:\u2026\u2022\u00b7|*\u2014\u2192>]["')\]]*\s?|\u2029)(?:- )?["'([]*$/u;

/** Letters that are none of English nor of its neighbours' accents, dotless i among them: they can pass for ours. */
const foreignLetter = /[^\P{L}A-Za-z\u00c0-\u0130\u0132-\u017f]/u;

/**
 * Every word that may be a name: with a capital inside, or at its start where no sentence starts with an ordinary English
 * word; and every word with a letter of another script.
 */
export function namesIn(text: string): Claim[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }): Claim[] => {
    if (/^[a-z']+$/.test(found)) return [];
    const bare = found.replace(/'s?$/, '');
    const place = { start: index, end: index + bare.length };
    if (foreignLetter.test(bare)) return [{ ...place, what: 'name', why: 'it has a letter of another script' }];
    if (!/\p{Lu}/u.test(bare) || isOurselves(found)) return [];
    const ordinary = /^\p{Lu}[^\p{Lu}]*$/u.test(bare) && isOrdinary(bare.toLowerCase());
    if (ordinary && sentenceStart.test(text.slice(Math.max(0, index - 8), index))) return [];
    return [{ ...place, what: 'name', why: 'no fact has this name' }];
  });
}

/** Every place of one name, written so. */
export const nameIn = (name: string, text: string): Claim[] =>
  stretchesOf(name, text.replaceAll('\n', ' ')).map((place) => ({
    ...place,
    what: 'name',
    why: 'no fact has this name',
  }));

const isOurselves = (word: string) => /^I(?:'(?:m|d|ll|ve))?$/.test(word);
