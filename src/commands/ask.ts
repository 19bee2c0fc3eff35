import { parseArgs } from 'node:util';
import type { Command } from './command.ts';

export const askCommand: Command = {
  usage: `  --jsonl                     one JSON object a line in, one a line out
  --locale TAG                what the first message is probably written in
  --replay FILE [--update]    what a recording is answered with now; exit 1 when any reply changed
  --replay journal [--from DAY --until DAY --channel NAME --limit N]   the same with what was logged
  --settings-if-exists FILE   settings for what the environment does not set, e.g. .env`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options });
    const { environmentOver, readConfig } = await import('../config.ts');
    const { ask } = await import('../assembly/ask.ts');
    await ask(readConfig(environmentOver(values['settings-if-exists'])), values);
  },
};

const options = {
  jsonl: { type: 'boolean', default: false },
  locale: { type: 'string' },
  replay: { type: 'string' },
  update: { type: 'boolean', default: false },
  from: { type: 'string' },
  until: { type: 'string' },
  channel: { type: 'string' },
  limit: { type: 'string', default: '1000' },
  'settings-if-exists': { type: 'string' },
} as const;
