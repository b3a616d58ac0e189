import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const run = promisify(execFile);

const Outputs = z.object({ Url: z.url(), TableName: z.string() });
export type Outputs = z.infer<typeof Outputs>;

/** Deploys both stacks with the CDK command line, as `npm run deploy` does, and gives what the application stack says. */
export async function deploy(env: Readonly<Record<string, string>>): Promise<Outputs> {
  const directory = await mkdtemp(join(tmpdir(), 'heliix-cdk-'));
  const outputs = join(directory, 'outputs.json');
  const cdk = (...parameters: string[]) =>
    run('node_modules/.bin/cdk', [...parameters, '--output', join(directory, 'cdk.out'), '--ci'], { env });
  try {
    await cdk('bootstrap', 'aws://000000000000/us-east-1');
    await cdk('deploy', '--all', '--parameters', 'OnAws=no', '--require-approval', 'never', '--outputs-file', outputs);
    const stacks = z.record(z.string(), z.looseObject({})).parse(JSON.parse(readFileSync(outputs, 'utf8')));
    return Outputs.parse(stacks['HeliixCsm-dev-Application']);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
