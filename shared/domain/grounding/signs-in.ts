import type { Claim } from './claim.ts';

/** Braces of a place that was not filled. */
export const bracesIn = (text: string): Claim[] =>
  [...text.matchAll(/\{\{|\}\}/g)].map(({ 0: found, index }) => ({
    what: 'sign',
    why: 'a place for a fact was not filled',
    start: index,
    end: index + found.length,
  }));

/** Marks that turn the direction of writing, so that a reader sees other figures than stand there; of the original text. */
export const turnsIn = (original: string): Claim[] =>
  [...original.matchAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g)].map(({ index }) => ({
    what: 'sign',
    why: 'it turns the direction of writing',
    start: index,
    end: index + 1,
  }));
