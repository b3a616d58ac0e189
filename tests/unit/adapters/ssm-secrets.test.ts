import { type GetParameterCommand, ParameterNotFound } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { ssmSecrets } from '#shared/adapters/ssm-secrets.ts';
import { isAppError } from '#shared/domain/errors.ts';
import { webhookSecret } from '#shared/ports/secrets.ts';

const name = webhookSecret('usage');

/** SSM with one parameter that can be changed, read at a time that can be moved. */
function ssm(value?: string) {
  let held = value;
  let now = Date.parse('2026-11-20T14:00:00Z');
  const asked: GetParameterCommand['input'][] = [];
  const send = async ({ input }: GetParameterCommand) => {
    asked.push(input);
    if (held === undefined) throw new ParameterNotFound({ message: 'none', $metadata: {} });
    return { Parameter: { Value: held } };
  };
  const clock = { now: () => new Date(now), wall: () => new Date(now) };
  return {
    secrets: ssmSecrets({ path: '/heliix-csm/dev', clock, client: { send: send as never } }),
    asked,
    change: (next: string) => {
      held = next;
    },
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

describe('secrets in SSM', () => {
  it('are read decrypted, below the path of the stage', async () => {
    const { secrets, asked } = ssm('whsec_bmV3');
    expect(await secrets.active(name)).toEqual(['whsec_bmV3']);
    expect(asked).toEqual([{ Name: '/heliix-csm/dev/webhooks/usage', WithDecryption: true }]);
  });

  it('may be two while one is rotated', async () => {
    expect(await ssm('whsec_bmV3\n whsec_b2xk ').secrets.active(name)).toEqual(['whsec_bmV3', 'whsec_b2xk']);
  });

  it('are kept for five minutes and no longer', async () => {
    const { secrets, asked, change, wait } = ssm('whsec_b2xk');
    await secrets.active(name);
    change('whsec_bmV3');
    wait(299);
    expect(await secrets.active(name)).toEqual(['whsec_b2xk']);
    wait(1);
    expect(await secrets.active(name)).toEqual(['whsec_bmV3']);
    expect(asked).toHaveLength(2);
  });

  it('are missing when there is no parameter, until there is one', async () => {
    const { secrets, change } = ssm();
    const error = await secrets.active(name).catch((thrown: unknown) => thrown);
    expect(isAppError(error, 'secret.missing')).toBe(true);
    change('whsec_bmV3');
    expect(await secrets.active(name)).toEqual(['whsec_bmV3']);
  });

  it.each(['', 'hunter2', 'whsec_YQ== whsec_Yg== whsec_Yw=='])(
    'are refused without being repeated: "%s"',
    async (value) => {
      const error = await ssm(value)
        .secrets.active(name)
        .catch((thrown: unknown) => thrown);
      expect(isAppError(error, 'settings.invalid')).toBe(true);
      if (value !== '') expect(String(error)).not.toContain(value);
    },
  );
});
