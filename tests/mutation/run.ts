/** Mutates the code of one group after the other and says what the tests did not notice: `npm run test:mutation -- scoring store`. */
import { spawnSync } from 'node:child_process';
import groups from './groups.json' with { type: 'json' };

const known = Object.keys(groups);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no group "${unknown.join('", "')}"; choose from ${known.join(', ')}.`);
  process.exit(2);
}
for (const group of asked.length > 0 ? asked : known) {
  console.log(`::: mutating ${group}`);
  const env = { ...process.env, MUTATE: group };
  const { status } = spawnSync('stryker', ['run', 'tests/mutation/stryker.config.mjs'], { env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
