#!/usr/bin/env node
// Plain JavaScript, because a Node older than 24 cannot read TypeScript: it hands over to the Node 24 that `npm ci` installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const newNode = here('../node_modules/node/bin/node');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import('./csm.ts');
} else if (existsSync(newNode)) {
  const child = spawn(newNode, [here('csm.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  console.error(
    `csm needs Node 24; this is ${process.version} and none is installed here. Run "npm ci" in the project first.`,
  );
  process.exit(1);
}
