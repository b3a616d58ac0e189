import type { Claim } from './claim.ts';

const small =
  'zero|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';
const tens = '(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ies)|tens';
const large = '(?:hundred|thousand|million|billion|trillion|dozen|zillion)s?|dozens|myriads?';
const ordinal =
  'first|second|third|fourth|(?:fif|six|seven|eigh|nin|ten|eleven|twelf|hundred|thousand|million)ths?|(?:thir|four|fif|six|seven|eigh|nine)teenths?|(?:twen|thir|for|fif|six|seven|eigh|nine)tieths?';
const parts =
  '(?:one|an?)[ -]quarter(?= (?:of|more|less|fewer|higher|lower|the|an?))|(?<=by )an? quarter|half|halves|halv(?:ed?|es|ing)|(?:thirds|fourths)|quarters';
const multiples =
  '(?:doubl|tripl|trebl|quadrupl|quintupl)(?:e|es|ed|ing)|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|mani)fold|couple|pair|fortnights?|decades?|centur(?:y|ies)';
const foreign = [
  'zwei|drei|vier|f\\u00fcnf|sechs|sieben|acht|neun|zehn|zw\\u00f6lf|zwanzig|drei\\u00dfig|hundert|tausend|millionen|h\\u00e4lfte|doppelt',
  'deux|trois|quatre|cinq|huit|neuf|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|mille|moiti\\u00e9|tiers',
  'uno|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta|cuarenta|cincuenta|cien|ciento|mil|millones|mitad|doble',
].join('|');

const part = '[\\p{L}\\p{M}\\p{N}]';
const word = `(?:${small}|${tens}|${large}|${ordinal}|${parts}|${multiples}|${foreign})`;
const article = '(?:an? (?=(?:hundred|thousand|million|billion|dozen|half|third|fifth|tenth)))';

/** One number in words, in English or a language of our number styles: "twenty-three", "a dozen", "two hundred and five". */
const numberWords = new RegExp(
  `(?<!${part})${article}?${word}(?:(?:[ \\n-](?:and )?(?:an? )?)?${word})*(?!${part})|(?<!${part})[ivx]{2,}(?!${part})`,
  'giu',
);

/** Words that count nothing where they stand before or after these. */
const idioms = [
  { word: /^one$/i, after: /\b(?:no|any|every|each|some|this|that|which|the|another|right|only) $/i },
  {
    word: /^one$/i,
    before:
      /^(?:[.,;:!?]|[ -](?:another|of|by|click|on|place|page|recommendation|suggestion|idea|step|question|note|line|reply|word|answer|change|way|sentence|thing|that|who|which|to)\b)/i,
  },
  // Only a rank or a "first ever" is a figure: "first, thank you" and "your first schedule" are not.
  {
    word: /^first$/i,
    after: /(?<!\b(?:ranked|finished|placed|came|is|are|was|were|very) )$/i,
    before: /^(?! (?:place|among|in|of the|conference|league|office|client|body|time|ever|to)\b)/i,
  },
  { word: /^second$/i, after: /\b(?:a|split) $/i, before: /^(?! \p{L})/iu },
  { word: /^second$/i, before: /^(?:,|-guess| nature| thoughts?)/i },
  { word: /^third$/i, before: /^(?:,|[ -]part(?:y|ies)\b)/i },
  { word: /^double$/i, before: /^[ -]check/i },
];

/** Every figure said in words or Roman numerals; "one another", "at first" and the like are none. */
export function numberWordsIn(text: string): Claim[] {
  const found = [...text.matchAll(numberWords)].filter(({ 0: words, index }) => {
    const left = text.slice(Math.max(0, index - 12), index).replaceAll('\n', ' ');
    const right = text.slice(index + words.length, index + words.length + 20).replaceAll('\n', ' ');
    return !idioms.some(
      ({ word, before = /^/, after = /$/ }) => word.test(words) && before.test(right) && after.test(left),
    );
  });
  return found.map(({ 0: words, index }) => ({
    what: 'figure',
    why: 'it is a figure in words, which no fact is shown as',
    start: index,
    end: index + words.length,
  }));
}
