import { readFileSync, writeFileSync } from 'node:fs';
import { registerJsx } from '#shared/runtime/jsx.ts';

// The functions have pages in them, which Node does not read by itself.
registerJsx();
const { documents, withTables } = await import('./readme-tables.ts');
for (const file of documents) writeFileSync(file, withTables(readFileSync(file, 'utf8')));
