import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';
import { sessionSecret } from '#shared/ports/operators.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { recipientSecret } from '#shared/ports/secrets.ts';

const SecretsFile = z.object({
  /** One secret serves every webhook source on a laptop; two while it is being changed. Newest first. */
  webhooks: z.array(z.string().startsWith('whsec_')).min(1),
});

/**
 * Secrets kept in a JSON file that only its owner may read, created with a random webhook secret when it is not there;
 * the secret of the links in mail is derived from it. The file is read once: a changed file counts from the next start.
 * Throws `settings.invalid` when it cannot be understood.
 */
export function secretsFile(path: string): Secrets {
  const { webhooks } = readOrCreate(path);
  return {
    active: async (name) => {
      if (name.startsWith('webhooks/')) return webhooks;
      if (name === recipientSecret || name === sessionSecret) return webhooks.map((secret) => derived(secret, name));
      throw new AppError('secret.missing', { name });
    },
  };
}

/** Another secret made of one, so that files written before it was needed hold it too, and all processes agree on it. */
const derived = (secret: string, name: string) => `whsec_${createHmac('sha256', secret).update(name).digest('base64')}`;

function readOrCreate(path: string): z.infer<typeof SecretsFile> {
  const fresh = { webhooks: [`whsec_${randomBytes(32).toString('base64')}`] };
  try {
    // "wx" never replaces a file, even when two processes start at once.
    writeFileSync(path, `${JSON.stringify(fresh, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  try {
    return SecretsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const problem = `${path} does not hold {"webhooks": ["whsec_..."]}; delete it to get a new secret`;
    throw new AppError('settings.invalid', { problem }, { cause });
  }
}
