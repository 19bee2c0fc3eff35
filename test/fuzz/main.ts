import { parseArgs } from 'node:util';
import type { Command } from '../../src/commands/command.ts';
import { AppError } from '../../src/core/errors.ts';

/** Exit 1 when any input did harm. */
export const fuzzCommand: Command = {
  usage: `  --minutes 10   how long, 2 without it: half on the modules, half on every door of a running server
  --seed 1       the same inputs again`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options });
    const seconds = Number(values.minutes) * 60;
    const seed = values.seed === undefined ? Date.now() % 1_000_000_007 : Number(values.seed);
    if (!(seconds > 0) || !Number.isInteger(seed))
      throw new AppError('input/invalid', 'Give minutes over 0 and a whole number as seed: --minutes 10 --seed 1');
    const { fuzz } = await import('./fuzz.ts');
    const { failed, report } = await import('./report.ts');
    process.stdout.write(`seed ${String(seed)}, ${values.minutes} minutes\n`);
    const half = { seconds: seconds / 2, inputs: Infinity };
    const fuzzed = await fuzz(seed, { modules: half, doors: half });
    process.stdout.write(report(fuzzed));
    process.exit(failed(fuzzed) ? 1 : 0);
  },
};

const options = { minutes: { type: 'string', default: '2' }, seed: { type: 'string' } } as const;
