import { parseArgs } from 'node:util';
import type { Command } from './command.ts';

export const explainCommand: Command = {
  usage: `  "g pa recu mon numero provisoir"   every step from the words to the decision, and which listener spoke
  --json                             the same for programs
  --knowledge DIR                    another knowledge base`,
  run: async (args) => {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const { explainText } = await import('../eval/explained.ts');
    process.stdout.write(`${await explainText(positionals.join(' '), values)}\n`);
  },
};

const options = {
  json: { type: 'boolean', default: false },
  knowledge: { type: 'string', default: 'knowledge' },
} as const;
