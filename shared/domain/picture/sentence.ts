/** A sentence that stands inside another: without its full stop, on one line. */
export const sentence = (says: string): string =>
  says
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:;,]+$/, '');
