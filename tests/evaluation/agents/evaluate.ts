import { registerJsx } from '#shared/runtime/jsx.ts';

registerJsx();
const { evaluateAgents } = await import('./evaluate-agents.ts');
process.exitCode = await evaluateAgents(process.argv.includes('--json'));
