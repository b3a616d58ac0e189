import { registerJsx } from '#shared/runtime/jsx.ts';

registerJsx();
const { benchAgents } = await import('./bench-agents.ts');
await benchAgents();
