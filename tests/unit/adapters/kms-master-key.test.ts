import {
  type DecryptCommand,
  type GenerateDataKeyCommand,
  InvalidCiphertextException,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { kmsMasterKey } from '#shared/adapters/personal-data/kms-master-key.ts';
import { wrappingKey } from '#shared/adapters/personal-data/wrapping-key.ts';
import { failure } from '#tests/contract/table/engine.ts';

/** A key service that binds each key to its context, as KMS does. */
function keyService() {
  const inside = wrappingKey(Buffer.alloc(32, 3));
  const send = async ({ input }: GenerateDataKeyCommand | DecryptCommand) => {
    expect(input.KeyId).toBe('arn:aws:kms:us-east-1:111122223333:key/1');
    const { owner = '' } = input.EncryptionContext ?? {};
    if ('CiphertextBlob' in input && input.CiphertextBlob) {
      const wrapped = Buffer.from(input.CiphertextBlob).toString();
      return inside.unwrap(owner, wrapped).then(
        (Plaintext) => ({ Plaintext }),
        () => Promise.reject(new InvalidCiphertextException({ message: 'no', $metadata: {} })),
      );
    }
    expect(input).toMatchObject({ KeySpec: 'AES_256' });
    const { key, wrapped } = await inside.generate(owner);
    return { Plaintext: key, CiphertextBlob: Buffer.from(wrapped) };
  };
  return { send } as unknown as Pick<KMSClient, 'send'>;
}

describe('the master key in KMS', () => {
  const keyId = 'arn:aws:kms:us-east-1:111122223333:key/1';
  const master = kmsMasterKey({ keyId, client: keyService() });

  it('makes 32 bytes for an owner and opens them again for that owner alone', async () => {
    const { key, wrapped } = await master.generate('american');
    expect(key).toHaveLength(32);
    expect(Buffer.from(await master.unwrap('american', wrapped)).equals(key)).toBe(true);
    await failure(master.unwrap('sec', wrapped), 'personal-data.locked');
  });

  it('lets every other failure through, to be tried again', async () => {
    const down = { send: () => Promise.reject(new Error('no route')) } as unknown as Pick<KMSClient, 'send'>;
    await expect(kmsMasterKey({ keyId, client: down }).unwrap('american', 'AAAA')).rejects.toThrow('no route');
    await expect(kmsMasterKey({ keyId, client: down }).generate('american')).rejects.toThrow('no route');
  });
});
