/** What we call ourselves, our trade and those we write to; words that are nobody's facts. */
export const houseWords: readonly string[] = [
  'HELiiX AI Solutions',
  'HELiiX',
  'Flextime',
  'ROI',
  'AI',
  'P.S.',
  'Commissioner',
  'Deputy Commissioner',
  'Athletic Director',
  'Chief Executive',
  'Secretary General',
  'Deputy Secretary General',
];
