import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documents, withTables } from '#local/documentation/readme-tables.ts';
import packageJson from '../../package.json' with { type: 'json' };

const readme = readFileSync('README.md', 'utf8');

it.each(documents)('%s holds the tables that the code describes (npm run docs writes them)', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(text).toBe(withTables(text));
});

it.each(Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies }))(
  'justifies %s in the table of dependencies',
  (name) => {
    expect(readme).toContain(`\`${name}\``);
  },
);

it('mentions only npm scripts that exist', () => {
  const mentioned = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map(([, script = '']) => script);
  for (const script of mentioned) expect(Object.keys(packageJson.scripts), script).toContain(script);
});
