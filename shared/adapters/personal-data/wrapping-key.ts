import { createHmac, randomBytes } from 'node:crypto';
import type { MasterKey } from '#shared/ports/master-key.ts';
import { keyNumber, seal, unseal } from './seal.ts';

/** A master key held in this process: wraps keys as everything else is sealed, each bound to its owner. */
export function wrappingKey(secret: Uint8Array): MasterKey {
  const key = createHmac('sha256', secret).update('wrapping of data keys').digest();
  const place = (owner: string) => ({ owner, pk: 'DATA-KEY', sk: owner });
  return {
    generate: async (owner) => {
      const fresh = randomBytes(32);
      return { key: fresh, wrapped: seal(fresh.toString('base64'), { number: 1, key }, place(owner)) };
    },
    unwrap: async (owner, wrapped) =>
      Buffer.from(unseal(wrapped, { number: keyNumber(wrapped), key }, place(owner)), 'base64'),
  };
}
