import { parseArgs } from 'node:util';
import { AppError } from '../core/errors.ts';
import type { Command } from './command.ts';

export const moveCommand: Command = {
  usage: `  --to postgres://…           an empty database, which gets everything
  --back                      gives up a move that was broken off: the file takes writes again
  --keys FILE                 writes DELIVERY_KEY and TOKEN_KEY there as settings, which PostgreSQL needs
  --settings-if-exists FILE   settings for what the environment does not set, e.g. .env

From the SQLite file that DATABASE_URL names, also while the desk serves from it: from the first moment on it takes no
writes (a message gets 503 and is sent again), so nothing is acknowledged that does not arrive. When it is done, start
the desk with the new DATABASE_URL. Does it fail, the file goes on as before.`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options });
    const { environmentOver, readConfig } = await import('../config.ts');
    const { move, moveBack } = await import('../assembly/move.ts');
    const config = readConfig(environmentOver(values['settings-if-exists']));
    if (values.back) {
      moveBack(config);
      return;
    }
    if (values.to === undefined) throw new AppError('input/invalid', 'Say where to: guichet move --to postgres://…');
    await move(config, values.to, values.keys);
  },
};

const options = {
  to: { type: 'string' },
  back: { type: 'boolean', default: false },
  keys: { type: 'string' },
  'settings-if-exists': { type: 'string' },
} as const;
