/** `npm run fuzz`, `npm run fuzz -- --seed 7 --times 50`: the random tests with another seed and more tries. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { seed: { type: 'string' }, times: { type: 'string', default: '20' } } });
const seed = values.seed ?? String(Date.now() % 2 ** 31);
if (!/^\d+$/.test(seed) || !(Number(values.times) > 0)) {
  console.error(`--seed is a whole number and --times a number above 0, not "${seed}" and "${values.times}".`);
  process.exit(2);
}
const again = `npm run fuzz -- --seed ${seed} --times ${values.times}`;
console.log(again);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SEED: seed, FUZZ_TIMES: values.times },
});
if (status !== 0) console.error(`To see this again: ${again}`);
process.exit(status ?? 1);
