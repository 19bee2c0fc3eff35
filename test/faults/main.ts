import { parseArgs } from 'node:util';
import type { Command } from '../../src/commands/command.ts';

/** Exit 1 when anything was lost, twice or unseen, or went otherwise than it must. */
export const faultsCommand: Command = {
  usage: `  --short       what is worth doing with every change: two minutes instead of an hour
  --only NAME   one of postgres, sqlite, starts, surroundings, sockets
  --fault TEXT  of postgres, only what has this in its name
  --kills N     how often a process is killed in mid-turn; 100 without it

PostgreSQL and nginx are started for it, and nothing outside a temporary folder is touched: they have to be installed (Debian:
apt-get install postgresql nginx; elsewhere PG_BIN names the folder of initdb, NGINX the program). Disk full needs root, and is
left out without it.`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options });
    const { runFaults } = await import('./run.ts');
    const { short, only, fault } = values;
    try {
      process.exitCode = (await runFaults({ short, kills: Number(values.kills), fault }, only)) ? 0 : 1;
    } catch (problem) {
      process.stderr.write(`${String(problem)}\n`);
      process.exitCode = 1;
    }
    // Students of a stage that could not go on would wait for their answers for ever.
    process.exit();
  },
};

const options = {
  short: { type: 'boolean', default: false },
  only: { type: 'string' },
  fault: { type: 'string', default: '' },
  kills: { type: 'string', default: '100' },
} as const;
