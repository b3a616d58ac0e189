import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { bundle } from '#infra/bundle.ts';

interface Measured {
  readonly name: string;
  readonly kilobytes: number;
  /** Median of the time one import takes in a fresh process, in milliseconds. */
  readonly importMs: number;
}

const runs = 15;

/** How large each Lambda's bundle is and how long its import takes, against a handler that does nothing and one that only asks Bedrock. */
function measure(): Measured[] {
  const directory = mkdtempSync(join(tmpdir(), 'heliix-bundles-'));
  try {
    const empty = join(directory, 'empty.ts');
    writeFileSync(empty, 'export const handler = async () => {};\n');
    const bare = join(process.cwd(), 'tests/bench/bare-bedrock-client.ts');
    const entries = globSync('functions/*/lambda.ts').toSorted();
    const bundles = [
      ['(empty handler)', empty],
      ['(bare Bedrock client)', bare],
      ...entries.map((entry) => [basename(dirname(entry)), entry]),
    ] as const;
    return bundles.map(([name = '', entry = '']) => {
      const outdir = join(directory, name);
      bundle(entry, outdir);
      const file = join(outdir, 'index.mjs');
      return { name, kilobytes: Math.round(statSync(file).size / 1024), importMs: median(importTimes(file)) };
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The entries read their settings when they are imported, as in the cloud. */
const environment = {
  ...process.env,
  AWS_REGION: 'us-east-1',
  TABLE_NAME: 'table',
  BUS_NAME: 'bus',
  SECRETS_PATH: '/secrets',
  MAIL_FROM: 'success@heliix.example',
  MAIL_RATE: '14',
  CONFIGURATION_SET: 'reports',
  OPERATOR_ADDRESS: 'operator@heliix.example',
  POSTAL_ADDRESS: 'HELiiX AI Solutions, 1 Example Street, Example City',
  DASHBOARD_URL: 'https://success.heliix.example',
  READER_MODEL: 'reader',
  WRITER_MODEL: 'writer',
  MODEL_GUARDRAIL: 'none',
  VIDEO_SERVICE: 'zoom',
  MEETING_ROOMS: 'https://meet.heliix.example/{clientId}/{meetingId}',
};

function importTimes(file: string): number[] {
  const code = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t)`;
  const once = () => execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: environment });
  return Array.from({ length: runs }, () => Number(once().toString()));
}

const median = (times: number[]) => Math.round((times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0) * 10) / 10;

const measured = measure();
if (process.argv.includes('--json')) console.log(JSON.stringify(measured, undefined, 2));
else console.table(measured);
