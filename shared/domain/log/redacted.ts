/**
 * The last guard of the log: ids are all that is ever logged on purpose, but the words of an error may come from elsewhere. What
 * looks like an address, a secret, a session, a link's token or a piece of somebody's text is taken out.
 */
export const redacted = (text: string): string =>
  patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+'-]+(?:@|%40|&#64;)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, '<address>'],
  [/whsec_[A-Za-z0-9+/=_-]+/g, '<secret>'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '<token>'],
  [/\b\d{10}\.[\w-]{22}\.[\w-]{43}\b/g, '<session>'],
  [/(\/mail\/[a-z]+\/)[\w-]{20,}/g, '$1<token>'],
  // Node quotes what it could not read.
  [/\b(Unexpected [\w ]+)[^\n]*? is not valid JSON/g, '$1, not valid JSON'],
];
