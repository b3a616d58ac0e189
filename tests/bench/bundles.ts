import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { bundle } from '#infra/bundle.ts';
import { bareClientsOf } from './bare-clients.ts';
import { asTable, type Row, rounded } from './row.ts';

const runs = 11;

interface Measured {
  readonly kilobytes: number;
  /** Median of the time one import takes in a fresh process, in milliseconds. */
  readonly importMs: number;
}

/** How large each Lambda's bundle is and how long its import takes, against an empty handler and the bare clients it needs. */
export function measureBundles(): Row[] {
  const outside = mkdtempSync(join(tmpdir(), 'heliix-bundles-'));
  // Inside the project, so that the clients are found.
  const inside = resolve('node_modules/.cache/heliix-bundles');
  mkdirSync(inside, { recursive: true });
  const measured = new Map<string, Measured>();
  const measure = (name: string, entry: string): Measured => {
    bundle(entry, join(outside, name));
    const file = join(outside, name, 'index.mjs');
    return { kilobytes: Math.round(statSync(file).size / 1024), importMs: median(importTimes(file)) };
  };
  const measureSource = (source: string): Measured => {
    const entry = join(inside, `bare-${measured.size}.ts`);
    writeFileSync(entry, source);
    const found = measured.get(source) ?? measure(basename(entry), entry);
    measured.set(source, found);
    return found;
  };
  try {
    const empty = measureSource('export const handler = async () => {};\n');
    const rows = globSync('functions/*/lambda.ts')
      .toSorted()
      .map((entry) => {
        const name = basename(dirname(entry));
        return rowOf(name, measure(name, entry), measureSource(bareClientsOf(entry)), empty);
      });
    return [{ what: 'an empty handler', value: said(empty) }, ...rows];
  } finally {
    rmSync(outside, { recursive: true, force: true });
    rmSync(inside, { recursive: true, force: true });
  }
}

const said = ({ kilobytes, importMs }: Measured) => `${kilobytes} KB, import ${rounded(importMs)} ms`;
const rowOf = (name: string, own: Measured, bare: Measured, empty: Measured): Row => ({
  what: `\`${name}\``,
  value: said(own),
  against: `its bare clients ${said(bare)}: x ${rounded(own.importMs / bare.importMs)}; empty: x ${rounded(own.importMs / empty.importMs)}`,
});

/** The entries read their settings when they are imported, as in the cloud. */
const environment = {
  ...process.env,
  AWS_REGION: 'us-east-1',
  METRICS_NAMESPACE: 'HeliixCsm/bench',
  TABLE_NAME: 'table',
  MASTER_KEY: 'key',
  BUS_NAME: 'bus',
  SECRETS_PATH: '/secrets',
  MAIL_FROM: 'success@heliix.example',
  MAIL_RATE: '14',
  CONFIGURATION_SET: 'reports',
  OPERATOR_ADDRESS: 'operator@heliix.example',
  POSTAL_ADDRESS: 'HELiiX AI Solutions, 1 Example Street, Example City',
  DASHBOARD_URL: 'https://success.heliix.example',
  VIDEO_SERVICE: 'zoom',
  READER_MODEL: 'reader',
  WRITER_MODEL: 'writer',
  MODEL_GUARDRAIL: 'none',
  MEETING_ROOMS: 'https://meet.heliix.example/{clientId}/{meetingId}',
  SIGN_IN_ISSUER: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_bench',
  SIGN_IN_CLIENT_ID: 'client',
  SIGN_IN_DOMAIN: 'heliix-csm-bench.auth.us-east-1.amazoncognito.com',
};

function importTimes(file: string): number[] {
  const code = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t)`;
  const once = () => execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: environment });
  return Array.from({ length: runs }, () => Number(once().toString()));
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;

if (import.meta.main) console.log(asTable(measureBundles()));
