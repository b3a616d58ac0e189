/** Measures everything in one run on this machine, prints one table and writes it to docs/performance.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { registerJsx } from '#shared/runtime/jsx.ts';
import { measureBundles } from './bundles.ts';
import { costRows } from './costs.ts';
import { measureNightly } from './nightly.ts';
import { asTable, type Row } from './row.ts';
import { measureTableUse } from './table-use.ts';
import { measureScoring } from './throughput.ts';
import { measureWebhooks } from './webhooks.ts';

registerJsx();
const { dollarsOfTurn } = await import('./bench-agents.ts');

const { values } = parseArgs({ options: { clients: { type: 'string', default: '10000' } } });
const clientsOfNight = Number(values.clients);
const folder = mkdtempSync(join(tmpdir(), 'csm-bench-'));
const sections: [title: string, rows: Row[]][] = [];
try {
  const { rows: use, of } = await measureTableUse();
  sections.push(['Webhooks and scoring', [...(await measureWebhooks(folder)), ...(await measureScoring(folder))]]);
  const night = await measureNightly(clientsOfNight);
  sections.push(['A night', night.rows]);
  sections.push(['What the table is asked', use]);
  sections.push([
    'Costs at list prices',
    costRows(of, clientsOfNight / night.perSecond, clientsOfNight, await dollarsOfTurn()),
  ]);
  sections.push(['Bundles', measureBundles()]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const page = 'docs/performance.md';
const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
const tables = sections.map(([title, rows]) => `### ${title}\n\n${asTable(rows)}`).join('\n\n');
const written = `<!-- measured -->\nBy \`npm run bench\` on ${machine}.\n\n${tables}\n<!-- end -->`;
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(/<!-- measured -->[\s\S]*<!-- end -->/, () => written),
);
console.log(tables);
