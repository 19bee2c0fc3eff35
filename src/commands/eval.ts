import { parseArgs } from 'node:util';
import { compareOnFiles } from '../eval/on-files.ts';
import { parseRivals } from '../eval/rivals.ts';
import { AppError } from '../core/errors.ts';

/**
 * Understanding, measured.
 *
 *     npm run -s eval                                          the project's own questions
 *     npm run -s eval -- --test mine.jsonl                     the knowledge base on other labelled questions
 *     npm run -s eval -- --folds 5                             cross-validation on the knowledge base's phrasings
 *     npm run -s eval -- --facts mine.jsonl                    what is heard in sentences: right, missed, wrong
 *     npm run -s eval -- --train a.jsonl --test b.jsonl        any corpus; --typos, --compare nlpjs,fuse,minisearch, --json
 */
const { values } = parseArgs({
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    typos: { type: 'boolean', default: false },
    folds: { type: 'string' },
    facts: { type: 'string' },
    compare: { type: 'string' },
    json: { type: 'boolean', default: false },
    knowledge: { type: 'string', default: 'knowledge' },
  },
});

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<string> {
  const rivals = values.compare === undefined ? [] : parseRivals(values.compare);
  const folds = values.folds === undefined ? null : wholeNumber(values.folds);
  if (values.train !== undefined) return compareOnFiles({ ...values, train: values.train, folds, rivals });
  if (values.facts !== undefined) {
    const { evaluateFacts } = await import('../eval/on-facts.ts');
    return evaluateFacts(values.facts, values);
  }
  const { evaluateKnowledge } = await import('../eval/on-knowledge.ts');
  return evaluateKnowledge({ ...values, folds });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 2 && number <= 50) return number;
  throw new AppError('input/invalid', `--folds takes a whole number from 2 to 50, not "${text}"`);
}
