import { parseArgs } from 'node:util';
import { AppError } from '../core/errors.ts';
import { explainText } from '../eval/explained.ts';

/** Why a text is understood as it is: `npm run -s explain -- "g pa recu mon numero provisoir"`; `--json` for programs. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, knowledge: { type: 'string', default: 'knowledge' } },
});

try {
  process.stdout.write(`${await explainText(positionals.join(' '), values)}\n`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}
