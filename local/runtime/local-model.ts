import { offlineWriter } from '#shared/adapters/offline-writer.ts';
import { AppError } from '#shared/domain/errors.ts';
import type { Model } from '#shared/ports/model.ts';

const usually = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

/**
 * The model of this process: the offline writer, or with CSM_MODEL=bedrock the models of Bedrock named by READER_MODEL and
 * WRITER_MODEL, with the AWS credentials and region of the environment. Throws `settings.invalid` for any other.
 */
export async function localModel(env: Readonly<Record<string, string | undefined>>): Promise<Model> {
  const { CSM_MODEL: wanted = 'offline', READER_MODEL = usually, WRITER_MODEL = usually } = env;
  if (wanted === 'offline') return offlineWriter;
  if (wanted !== 'bedrock') {
    const problem = `CSM_MODEL is "${wanted}"; use "offline" (the default) or "bedrock"`;
    throw new AppError('settings.invalid', { problem });
  }
  // Only now, for it takes time that nobody else should wait for.
  const { bedrockModel } = await import('#shared/adapters/bedrock-model.ts');
  const { priceOf } = await import('#shared/adapters/bedrock/list-prices.ts');
  const models = { reader: READER_MODEL, writer: WRITER_MODEL };
  return bedrockModel({ models, prices: { reader: priceOf(READER_MODEL), writer: priceOf(WRITER_MODEL) } });
}
