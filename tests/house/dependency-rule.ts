/** Who may import whom (docs/architecture.md): the first rule whose folder holds the file decides. `*` is one folder's name. */
const rules: readonly { folder: string; mayImport: readonly string[] }[] = [
  { folder: 'shared/domain', mayImport: ['shared/domain', 'zod'] },
  { folder: 'events', mayImport: ['events', 'shared/domain', 'shared/ports', 'zod'] },
  { folder: 'shared/ports', mayImport: ['shared/ports', 'shared/domain'] },
  { folder: 'shared/store', mayImport: ['shared/store', 'shared/ports', 'shared/domain', 'zod'] },
  {
    folder: 'shared/runtime',
    mayImport: [
      'shared/runtime',
      'shared/ports',
      'shared/store',
      'shared/domain',
      'events',
      'functions/define-function',
      '@middy',
      'hono',
      '@hono',
      'esbuild',
      'zod',
      'node',
    ],
  },
  {
    folder: 'shared/adapters',
    mayImport: [
      'shared/adapters',
      'shared/ports',
      'shared/store',
      'shared/domain',
      'events',
      '@aws-sdk',
      'jose',
      'zod',
      'node',
    ],
  },
  {
    folder: 'shared/letters',
    mayImport: ['shared/letters', 'shared/domain', 'hono', 'htmlparser2', 'zod'],
  },
  {
    folder: 'shared/agent',
    mayImport: ['shared/agent', 'shared/store', 'shared/ports', 'shared/domain', 'zod', 'node'],
  },
  { folder: 'functions/*/lambda.ts', mayImport: ['functions', 'shared/runtime', 'shared/adapters'] },
  {
    folder: 'functions',
    mayImport: [
      'functions',
      'events',
      'shared/agent',
      'shared/ports',
      'shared/store',
      'shared/letters',
      'shared/domain',
      'hono',
      'zod',
      'node',
    ],
  },
  {
    folder: 'infra',
    mayImport: [
      'infra',
      'functions',
      'events',
      'shared/store/table',
      'shared/ports/secrets',
      'shared/ports/operators',
      'shared/ports/meetings',
      'shared/ports/metrics',
      'shared/runtime/jsx',
      'aws-cdk-lib',
      'cdk-nag',
      'constructs',
      'esbuild',
      'zod',
      'node',
    ],
  },
  {
    folder: 'local',
    mayImport: [
      'local',
      'functions',
      'events',
      'shared',
      'hono',
      '@hono',
      'commander',
      'croner',
      'csv-parse',
      'fastest-levenshtein',
      'esbuild',
      'zod',
      'node',
    ],
  },
];

/** What the rule says is wrong with a file, one line per import. */
export function violations(file: string, source: string): string[] {
  const rule = rules.find(({ folder }) => matches(file, folder));
  if (!rule) return [];
  return importsOf(source)
    .map((imported) => resolve(file, imported))
    .filter((target) => !rule.mayImport.some((allowed) => matches(target, allowed)))
    .map((target) => `${file} imports ${target}, which ${rule.folder} may not`);
}

const matches = (path: string, pattern: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}($|/|\\.tsx?$)`).test(path);

const importsOf = (source: string): string[] =>
  [
    ...source.matchAll(
      /^\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm,
    ),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');

function resolve(file: string, imported: string): string {
  if (imported.startsWith('node:')) return 'node';
  if (imported.startsWith('#')) return imported.slice(1);
  if (!imported.startsWith('.')) return imported;
  return new URL(imported, `file:///${file}`).pathname.slice(1);
}
