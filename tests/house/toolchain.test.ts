import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import mutated from '../mutation/groups.json' with { type: 'json' };

const installed = (name: string): string =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;

it('runs on Node 24, whatever Node the machine has', () => {
  expect(process.versions.node).toMatch(/^24\./);
});

it.each([
  ['@middy/core', /^7\./],
  ['vitest', /^5\./],
  ['typescript', /^7\./],
  ['aws-cdk', /^2\.1148\./],
])('has %s in the version that works, because npm under an old Node may pick an older one', (name, version) => {
  expect(installed(name)).toMatch(version);
});

it('pins every dependency to one exact version, the installed one', () => {
  for (const [name, version] of Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies }))
    expect(version, name).toBe(installed(name));
});

it.each(['package-lock.json', 'tests/contract/dynamodb-local/package-lock.json'])('names no registry in %s', (lock) => {
  expect(readFileSync(lock, 'utf8')).not.toMatch(/https?:.*\.tgz/);
});

it.each(Object.entries(mutated))('mutates files that exist, with tests that exist: %s', (_group, { mutate, tests }) => {
  for (const pattern of [...mutate, ...tests].flatMap(alternatives))
    expect(globSync(pattern), pattern).not.toHaveLength(0);
});

const alternatives = (pattern: string): string[] => {
  const [, before = '', names = '', after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [];
  return names === '' ? [pattern] : names.split(',').map((name) => before + name + after);
};
