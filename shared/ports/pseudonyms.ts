/**
 * Names for what must not be named: the same for the same text, and telling nothing of it to anybody without the key, not
 * even to who guesses. 32 hexadecimal digits.
 */
export interface Pseudonyms {
  of(use: 'address' | 'audit' | 'anonymous', text: string): Promise<string>;
}
