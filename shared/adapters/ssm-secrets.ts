import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';
import { AppError } from '#shared/domain/errors.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Secrets } from '#shared/ports/secrets.ts';

interface Options {
  /** What parameter names begin with, for example `/heliix-csm/prod`; the secret's name follows after a slash. */
  readonly path: string;
  readonly clock: Clock;
  /** What each secret must look like; without it `whsec_` and base64. */
  readonly form?: RegExp;
  readonly client?: Pick<SSMClient, 'send'>;
}

const keptMs = 5 * 60 * 1000;

/**
 * Secrets in SSM SecureString parameters, each holding one secret, or two while it is rotated, newest first, separated by
 * white space. Kept for five minutes: during a rotation both must stay active at least that long.
 */
export function ssmSecrets({ path, clock, form = signing, client = new SSMClient() }: Options): Secrets {
  const known = new Map<string, { readonly secrets: readonly string[]; readonly until: number }>();
  return {
    async active(name) {
      const now = clock.wall().getTime();
      const kept = known.get(name);
      if (kept && now < kept.until) return kept.secrets;
      const secrets = await read(client, { parameter: `${path}/${name}`, name, form });
      known.set(name, { secrets, until: now + keptMs });
      return secrets;
    },
  };
}

const signing = /^whsec_[A-Za-z0-9+/]+=*$/;

async function read(
  client: Pick<SSMClient, 'send'>,
  { parameter, name, form }: { readonly parameter: string; readonly name: string; readonly form: RegExp },
): Promise<readonly string[]> {
  const text = await client
    .send(new GetParameterCommand({ Name: parameter, WithDecryption: true }))
    .then(({ Parameter }) => Parameter?.Value ?? '')
    .catch((error) => {
      throw error instanceof ParameterNotFound ? new AppError('secret.missing', { name }) : error;
    });
  const active = z.array(z.string().regex(form)).min(1).max(2).safeParse(text.trim().split(/\s+/));
  // The value is a secret: not even its shape goes into the message.
  if (!active.success)
    throw new AppError('settings.invalid', { name, problem: 'not one or two secrets of the right form' });
  return active.data;
}
