import { parseArgs } from 'node:util';
import type { Command } from './command.ts';

export const teamsPackageCommand: Command = {
  usage: `  --out FILE                  var/guichet-teams.zip without it
  --version 1.0.1             a changed app needs a higher one
  --settings-if-exists FILE   settings for what the environment does not set, e.g. .env`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options });
    const { environmentOver, readConfig } = await import('../config.ts');
    const { writeTeamsPackage } = await import('../assembly/teams-package.ts');
    await writeTeamsPackage(readConfig(environmentOver(values['settings-if-exists'])), values);
  },
};

const options = {
  out: { type: 'string', default: 'var/guichet-teams.zip' },
  version: { type: 'string', default: '1.0.0' },
  'settings-if-exists': { type: 'string' },
} as const;
