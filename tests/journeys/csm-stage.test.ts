import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { timeOfLostBatch } from '#shared/adapters/stage/lost-batch.ts';

const run = promisify(execFile);

/** Nothing of AWS is known on this machine. */
const nothing = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};
const region = { AWS_REGION: 'us-east-1' };
const credentials = { AWS_ACCESS_KEY_ID: 'somebody', AWS_SECRET_ACCESS_KEY: 'secret' };

it.each([
  ['region', {}, 'set AWS_REGION to the region of the deployment'],
  ['credentials', region, 'no AWS credentials were found; set AWS_PROFILE'],
  ['network', { ...region, ...credentials, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }, 'AWS cannot be reached'],
])('csm --stage says in a sentence what to do without %s', { timeout: 60_000 }, async (_, env, says) => {
  const asked = run(process.execPath, ['local/csm.ts', 'show', 'big-12', '--stage', 'prod'], {
    env: { ...nothing, ...env },
  });
  const { code, stderr } = await asked.then(
    () => expect.fail('it was answered'),
    (error: { code: number; stderr: string }) => error,
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^csm: ${says}.*\n$`));
});

it.each([
  ['seconds', 1_795_000_000, 1_795_000_060],
  ['text', '2026-11-18T11:06:40Z', '2026-11-18T11:07:40Z'],
])('the time of what a stream lost is read from a letter with %s, wide enough for late senders', (_, first, last) => {
  const letter = { approximateArrivalOfFirstRecord: first, approximateArrivalOfLastRecord: last };
  expect(timeOfLostBatch(JSON.stringify({ DDBStreamBatchInfo: letter }))).toEqual({
    from: '2026-11-14T11:06:40.000Z',
    to: '2026-11-18T11:07:41.000Z',
  });
});
