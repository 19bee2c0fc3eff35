import type { Command } from '../../src/commands/command.ts';

export const benchCommand: Command = {
  usage: `  echo [conversations] [runs]   the web door beside the SDK's echo bot, short: what CI prints
  freezing [times]      what hostile messages do to others meanwhile
  matching [size]       the matcher beside what a school would pick instead
  notices [seconds]     what telling other processes of each turn costs PostgreSQL, which has to be installed
  processes [seconds]   what a turn costs with one process and with two on one PostgreSQL, which has to be installed
  rules                 eligibility, quotes, reimbursements
  start [times]         what a start of the server and of "ask" costs with everything cached
  staff [conversations] the staff room's pages with 100,000 conversations
  web [conversations] [runs] [revision]
                        the web door beside the SDK's echo bot, then a phone on a slow line: now and at a revision`,
  run: async ([name = '', ...options]) => {
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
    if (bench === undefined) {
      process.stderr.write(`Name one of: ${Object.keys(benches).join(', ')}\n`);
      process.exitCode = 1;
    } else {
      await (
        await bench()
      )(...options);
    }
  },
};

/** Speed and scale, side by side with what a user would pick instead. */
const benches: Readonly<Record<string, () => Promise<(...options: readonly string[]) => void | Promise<void>>>> = {
  echo: async () => (await import('./web/bench.ts')).benchEcho,
  freezing: async () => (await import('./freezing/bench.ts')).benchFreezing,
  matching: async () => (await import('./matching/bench.ts')).benchMatching,
  notices: async () => (await import('./notices/bench.ts')).benchNotices,
  processes: async () => (await import('./processes/bench.ts')).benchProcesses,
  rules: async () => (await import('./rules/bench.ts')).benchRules,
  start: async () => (await import('./start/bench.ts')).benchStart,
  staff: async () => (await import('./staff/bench.ts')).benchStaff,
  web: async () => (await import('./web/bench.ts')).benchWeb,
};
