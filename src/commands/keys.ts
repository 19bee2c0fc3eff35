import { parseArgs } from 'node:util';
import type { Command } from './command.ts';

export const keysCommand: Command = {
  usage: `  --accept                    from now on the keys of the settings are the database's
  --settings-if-exists FILE   settings for what the environment does not set, e.g. .env

Says whether DELIVERY_KEY and TOKEN_KEY are those that the database was written with; exit 1 when one is not.`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options });
    const { environmentOver, readConfig } = await import('../config.ts');
    const { compareKeys } = await import('../assembly/keys.ts');
    const config = readConfig(environmentOver(values['settings-if-exists']));
    if (!(await compareKeys(config, values.accept))) process.exitCode = 1;
  },
};

const options = { accept: { type: 'boolean', default: false }, 'settings-if-exists': { type: 'string' } } as const;
