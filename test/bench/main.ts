import { benchFreezing } from './freezing/bench.ts';
import { benchMatching } from './matching/bench.ts';
import { benchRules } from './rules/bench.ts';
import { benchStaff } from './staff/bench.ts';
import { benchWeb } from './web/bench.ts';

/** `npm run -s bench -- freezing [times] | matching [size] | rules | staff [conversations] | web [conversations]`: speed and scale, side by side with what a user would pick instead. */
const benches: Readonly<Record<string, (option?: string) => void | Promise<void>>> = {
  freezing: benchFreezing,
  matching: benchMatching,
  rules: benchRules,
  staff: benchStaff,
  web: benchWeb,
};

const [name = '', option] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`Name one of: ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 1;
} else {
  await bench(option);
}
