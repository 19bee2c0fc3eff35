import { parseArgs } from 'node:util';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  usage: '  --settings-if-exists FILE   settings for what the environment does not set, e.g. .env',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { 'settings-if-exists': { type: 'string' } } });
    const { environmentOver, readConfig } = await import('../config.ts');
    const { serve } = await import('../assembly/serve.ts');
    await serve(readConfig(environmentOver(values['settings-if-exists'])));
  },
};
