import { createHmac } from 'node:crypto';
import type { Pseudonyms } from '#shared/ports/pseudonyms.ts';
import type { DataKeys } from './data-keys.ts';

/** A key of their own, which is never replaced: who was erased must be recognised for good. */
const owner = '*pseudonyms';

export const keyedPseudonyms = (keys: DataKeys): Pseudonyms => ({
  async of(use, text) {
    const { key } = await keys.current(owner);
    return createHmac('sha256', key).update(`${use}\0${text}`).digest('hex').slice(0, 32);
  },
});
