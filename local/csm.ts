#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { registerJsx } from '#shared/runtime/jsx.ts';

// Halves the time to start, from the second time on.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/csm', import.meta.url)));
// What we keep holds addresses and secrets: for this user alone.
process.umask(0o077);
// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
// The pages are .tsx, so this comes before anything imports the functions.
registerJsx();
const { runCsm } = await import('./command/run-csm.ts');
process.exitCode = await runCsm(process.argv.slice(2));
