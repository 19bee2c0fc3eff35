import { parseArgs } from 'node:util';
import { compareOnFiles } from '../eval/on-files.ts';
import { parseRivals } from '../eval/rivals.ts';
import { AppError } from '../core/errors.ts';
import type { Command } from './command.ts';

export const evalCommand: Command = {
  usage: `                                     the project's own questions
  --test mine.jsonl                  the knowledge base on other labelled questions
  --folds 5                          cross-validation on the knowledge base's phrasings
  --facts mine.jsonl                 what is heard in sentences: right, missed, wrong
  --train a.jsonl --test b.jsonl     any corpus; --typos, --compare nlpjs,fuse,minisearch
  --json                             for programs`,
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options });
    const rivals = values.compare === undefined ? [] : parseRivals(values.compare);
    const folds = values.folds === undefined ? null : wholeNumber(values.folds);
    process.stdout.write(`${await measured(values, { folds, rivals })}\n`);
  },
};

const options = {
  train: { type: 'string' },
  test: { type: 'string' },
  typos: { type: 'boolean', default: false },
  folds: { type: 'string' },
  facts: { type: 'string' },
  compare: { type: 'string' },
  json: { type: 'boolean', default: false },
  knowledge: { type: 'string', default: 'knowledge' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function measured(
  values: Values,
  counted: { readonly folds: number | null; readonly rivals: ReturnType<typeof parseRivals> },
): Promise<string> {
  if (values.train !== undefined) return compareOnFiles({ ...values, train: values.train, ...counted });
  if (values.facts !== undefined) {
    const { evaluateFacts } = await import('../eval/on-facts.ts');
    return evaluateFacts(values.facts, values);
  }
  const { evaluateKnowledge } = await import('../eval/on-knowledge.ts');
  return evaluateKnowledge({ ...values, folds: counted.folds });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 2 && number <= 50) return number;
  throw new AppError('input/invalid', `--folds takes a whole number from 2 to 50, not "${text}"`);
}
