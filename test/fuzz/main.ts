import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { failed, report } from './report.ts';

/** `npm run -s fuzz [-- --minutes 10 --seed 1]`: hostile input for every door and the modules behind them; exit 1 when any of it did harm. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string' } } });
const seconds = Number(values.minutes) * 60;
const seed = values.seed === undefined ? Date.now() % 1_000_000_007 : Number(values.seed);
if (!(seconds > 0) || !Number.isInteger(seed)) {
  process.stderr.write('Give minutes over 0 and a whole number as seed: npm run -s fuzz -- --minutes 10 --seed 1\n');
  process.exit(1);
}
process.stdout.write(`seed ${String(seed)}, ${values.minutes} minutes\n`);
const half = { seconds: seconds / 2, inputs: Infinity };
const fuzzed = await fuzz(seed, { modules: half, doors: half });
process.stdout.write(report(fuzzed));
process.exit(failed(fuzzed) ? 1 : 0);
