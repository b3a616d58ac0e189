const lineLength = 76;

/**
 * Text of the subject or another header without a syntax (RFC 2047): as it is when it is short and plain, else words of at most 64 ASCII characters on lines of
 * their own, so that nothing in it can end the header. Control characters become spaces. `taken` is what the first line
 * holds already.
 */
export function encodedWords(text: string, taken: number): string {
  const clean = text.replace(controls, ' ').trim();
  if (/^[ -~]*$/.test(clean) && !/ {2}|=\?/.test(clean) && taken + clean.length <= lineLength) return clean;
  return chunks(clean, bytesAWord)
    .map((chunk) => `=?utf-8?B?${Buffer.from(chunk).toString('base64')}?=`)
    .join('\r\n ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out.
const controls = /[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g;

/** 39 bytes are 52 characters in base64 and 64 with the frame: a line that begins with `Subject: ` stays within 76. */
const bytesAWord = 39;

/** Pieces of at most this many bytes that never cut a character in two. */
function chunks(text: string, bytes: number): string[] {
  const found: string[] = [];
  let chunk = '';
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > bytes) {
      found.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  return [...found, chunk];
}

/** Quoted-printable (RFC 2045): lines of at most 76 ASCII characters; a line break of any kind becomes CRLF. */
export const quotedPrintable = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join('\r\n');

/** One line, broken softly where it is too long. */
function quotedLine(line: string): string {
  let quoted = '';
  let room = lineLength - 1;
  const bytes = Buffer.from(line);
  for (const [position, byte] of bytes.entries()) {
    const token = asItIs(byte, position, bytes.length, room) ? String.fromCharCode(byte) : hexadecimal(byte);
    if (token.length > room) {
      quoted += '=\r\n';
      room = lineLength - 1;
    }
    quoted += token;
    room -= token.length;
  }
  return quoted;
}

/**
 * Printable ASCII but `=`. White space at the end of a line would be lost on the way, and a dot at its beginning be doubled;
 * `room` is full at the beginning of every line, softly broken ones too.
 */
function asItIs(byte: number, position: number, length: number, room: number): boolean {
  if (byte === 0x20 || byte === 0x09) return position < length - 1;
  if (byte === 0x2e) return room < lineLength - 1 && room > 0;
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d;
}

const hexadecimal = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Base64 in lines of 76 characters. */
export const base64Lines = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
