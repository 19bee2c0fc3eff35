import type { Command } from '../../src/commands/command.ts';
import { benchFreezing } from './freezing/bench.ts';
import { benchMatching } from './matching/bench.ts';
import { benchRules } from './rules/bench.ts';
import { benchStaff } from './staff/bench.ts';
import { benchWeb } from './web/bench.ts';

export const benchCommand: Command = {
  usage: `  freezing [times]      what hostile messages do to others meanwhile
  matching [size]       the matcher beside what a school would pick instead
  rules                 eligibility, quotes, reimbursements
  staff [conversations] the staff room's pages with 100,000 conversations
  web [conversations]   the web door beside the SDK's echo bot, then a phone on a slow line`,
  run: async ([name = '', option]) => {
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
    if (bench === undefined) {
      process.stderr.write(`Name one of: ${Object.keys(benches).join(', ')}\n`);
      process.exitCode = 1;
    } else {
      await bench(option);
    }
  },
};

/** Speed and scale, side by side with what a user would pick instead. */
const benches: Readonly<Record<string, (option?: string) => void | Promise<void>>> = {
  freezing: benchFreezing,
  matching: benchMatching,
  rules: benchRules,
  staff: benchStaff,
  web: benchWeb,
};
