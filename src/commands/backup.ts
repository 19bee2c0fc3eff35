import { parseArgs } from 'node:util';
import { AppError } from '../core/errors.ts';
import type { Command } from './command.ts';

export const backupCommand: Command = {
  usage: `  FILE                        where it is written; a file that is there is left alone
  --passphrase-file FILE      seals DELIVERY_KEY and TOKEN_KEY into it; without it they are left out, and named
  --settings-if-exists FILE   settings for what the environment does not set, e.g. .env

Taken while the desk serves, from either database, as of one moment. It is a SQLite file with everything in the
database; the knowledge folder and the settings are backed up as files.`,
  run: async (args) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file] = positionals;
    if (file === undefined) throw new AppError('input/invalid', 'Say where: guichet backup FILE');
    const { environmentOver, readConfig } = await import('../config.ts');
    const { backUp } = await import('../assembly/backup.ts');
    await backUp(readConfig(environmentOver(values['settings-if-exists'])), file, values['passphrase-file']);
  },
};

const options = { 'passphrase-file': { type: 'string' }, 'settings-if-exists': { type: 'string' } } as const;
