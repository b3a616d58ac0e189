import { readFileSync, writeFileSync } from 'node:fs';
import { registerJsx } from '#shared/runtime/jsx.ts';

// The functions have pages in them, which Node does not read by itself.
registerJsx();
const { withTables } = await import('./readme-tables.ts');
writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8')));
