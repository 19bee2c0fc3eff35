import { parseArgs } from 'node:util';
import { AppError } from '../core/errors.ts';
import type { Command } from './command.ts';

export const restoreCommand: Command = {
  usage: `  FILE                        a backup of guichet backup, of this version or an earlier one
  --passphrase-file FILE      opens the keys that are sealed in it
  --keys FILE                 writes those keys there as settings, for PostgreSQL; without it beside a SQLite file
  --settings-if-exists FILE   settings for what the environment does not set, e.g. .env

Into the database that DATABASE_URL names: a SQLite file that is not there, or an empty PostgreSQL. Nobody may serve
from it meanwhile. Conversations that were erased after the backup are erased again by the next start.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined) throw new AppError('input/invalid', 'Say which: guichet restore FILE');
    const { environmentOver, readConfig } = await import('../config.ts');
    const { restore } = await import('../assembly/restore.ts');
    const config = readConfig(environmentOver(values['settings-if-exists']));
    await restore(config, file, { passphraseFile: values['passphrase-file'], keysTo: values.keys });
  },
};

const options = {
  'passphrase-file': { type: 'string' },
  keys: { type: 'string' },
  'settings-if-exists': { type: 'string' },
} as const;
