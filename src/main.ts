import { parseArgs } from 'node:util';
import { ask } from './assembly/ask.ts';
import { serve } from './assembly/serve.ts';
import { environmentOver, readConfig } from './config.ts';
import { AppError } from './core/errors.ts';
import { requirePinnedRuntime } from './runtime.ts';

/** `node src/main.ts` serves; `… ask` talks here. */
async function main(): Promise<void> {
  requirePinnedRuntime();
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      locale: { type: 'string' },
      replay: { type: 'string' },
      update: { type: 'boolean', default: false },
      from: { type: 'string' },
      until: { type: 'string' },
      channel: { type: 'string' },
      limit: { type: 'string', default: '1000' },
      // Named by the npm scripts, so that a test that starts this file reads nobody's mailbox.
      'settings-if-exists': { type: 'string' },
    },
  });
  const config = readConfig(environmentOver(values['settings-if-exists']));
  const [command] = positionals;
  if (command === undefined) await serve(config);
  else if (command === 'ask') await ask(config, values);
  else
    throw new AppError('config/invalid', `No command "${command}": there is "ask", and without one the server starts.`);
}

main().catch((problem: unknown) => {
  // A person reads this, not a program: what to do, without a stack where we know it.
  console.error(problem instanceof AppError ? `${problem.message} (${problem.code})` : problem);
  process.exitCode = 1;
});
