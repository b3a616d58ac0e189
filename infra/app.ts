import { App } from 'aws-cdk-lib/core';
import { registerJsx } from '#shared/runtime/jsx.ts';

// The functions have pages in them, which Node does not read by itself.
registerJsx();
const { functions } = await import('#functions/index.ts');
const { heliix } = await import('./heliix.ts');

heliix(new App(), functions);
