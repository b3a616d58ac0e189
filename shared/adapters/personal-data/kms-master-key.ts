import {
  DecryptCommand,
  GenerateDataKeyCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  KMSClient,
} from '@aws-sdk/client-kms';
import { AppError } from '#shared/domain/errors.ts';
import type { MasterKey } from '#shared/ports/master-key.ts';

interface Options {
  /** The key's ARN, id or alias. */
  readonly keyId: string;
  readonly client?: Pick<KMSClient, 'send'>;
}

/** A key in KMS, which rotates it itself. The owner is the encryption context: CloudTrail shows whose data was opened. */
export function kmsMasterKey({ keyId, client = new KMSClient() }: Options): MasterKey {
  return {
    async generate(owner) {
      const made = await client.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { owner } }),
      );
      if (!made.Plaintext || !made.CiphertextBlob) throw new Error('KMS answered without a key');
      return { key: made.Plaintext, wrapped: Buffer.from(made.CiphertextBlob).toString('base64') };
    },
    async unwrap(owner, wrapped) {
      const ciphertext = Buffer.from(wrapped, 'base64');
      const opened = await client
        .send(new DecryptCommand({ KeyId: keyId, CiphertextBlob: ciphertext, EncryptionContext: { owner } }))
        .catch((cause: unknown) => {
          const foreign = cause instanceof InvalidCiphertextException || cause instanceof IncorrectKeyException;
          throw foreign ? new AppError('personal-data.locked', { owner }, { cause }) : cause;
        });
      if (!opened.Plaintext) throw new Error('KMS answered without a key');
      return opened.Plaintext;
    },
  };
}
