import { parseArgs } from 'node:util';
import { AppError } from '../core/errors.ts';
import { parseDay } from '../core/day.ts';
import { dayInFrance } from '../day-in-france.ts';
import type { Command } from './command.ts';

export const evalCommand: Command = {
  usage: `                                     the project's own questions
  --test mine.jsonl                  the knowledge base on other labelled questions
  --folds 5                          cross-validation on the knowledge base's phrasings
  --facts FILE                       what is heard in sentences: right, missed, wrong
  --redaction FILE                   personal data in strings: what is found, what stays
  --danger [FILE]                    how danger is heard, in FILE or in the project's sealed lines
  --mail DIR [--mode auto|draft]     a folder of letters through the mail door; DIR/expectations.jsonl, or --expect
                                     FILE, says what is right: {"file","after":[],"outcome","has":[],"lacks":[]};
                                     --own ADDRESS is the desk's, --web-form ADDRESS may be given more than once
  --train a.jsonl --test b.jsonl     any corpus; --typos, --compare nlpjs,fuse,minisearch
  --json                             for programs`,
  run: async (args) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (values.danger && rest.length === 0) {
      const { evaluateDanger } = await import('../eval/on-danger.ts');
      process.stdout.write(`${await evaluateDanger({ ...values, file })}\n`);
      return;
    }
    if (file !== undefined) throw new AppError('input/invalid', `Not understood: ${[file, ...rest].join(' ')}`);
    const folds = values.folds === undefined ? null : wholeNumber(values.folds);
    process.stdout.write(`${await measured(values, folds)}\n`);
  },
};

const options = {
  train: { type: 'string' },
  test: { type: 'string' },
  danger: { type: 'boolean', default: false },
  typos: { type: 'boolean', default: false },
  folds: { type: 'string' },
  facts: { type: 'string' },
  redaction: { type: 'string' },
  mail: { type: 'string' },
  mode: { type: 'string', default: 'auto' },
  expect: { type: 'string' },
  own: { type: 'string', default: 'desk@guichet.test' },
  'web-form': { type: 'string', multiple: true },
  on: { type: 'string' },
  compare: { type: 'string' },
  json: { type: 'boolean', default: false },
  knowledge: { type: 'string', default: 'knowledge' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function measured(values: Values, folds: number | null): Promise<string> {
  if (values.train !== undefined) {
    const { parseRivals } = await import('../eval/rivals.ts');
    const { compareOnFiles } = await import('../eval/on-files.ts');
    const rivals = values.compare === undefined ? [] : parseRivals(values.compare);
    return compareOnFiles({ ...values, train: values.train, folds, rivals });
  }
  if (values.facts !== undefined) {
    const { evaluateFacts } = await import('../eval/on-facts.ts');
    return evaluateFacts(values.facts, values);
  }
  if (values.redaction !== undefined) {
    const { evaluateRedaction } = await import('../eval/on-redaction.ts');
    return evaluateRedaction(values.redaction, values);
  }
  if (values.mail !== undefined) return measuredMail(values, values.mail);
  const { evaluateKnowledge } = await import('../eval/on-knowledge.ts');
  return evaluateKnowledge({ ...values, folds });
}

async function measuredMail(values: Values, folder: string): Promise<string> {
  const { mode, expect, own, json, knowledge } = values;
  const { clock } = await import('../assembly/clock.ts');
  const on = values.on === undefined ? dayInFrance(clock()) : parseDay(values.on);
  if (on === null) throw new AppError('input/invalid', `--on takes a day as 2026-11-22, not "${values.on ?? ''}"`);
  if (mode !== 'auto' && mode !== 'draft') throw new AppError('input/invalid', '--mode takes auto or draft');
  const { evaluateMail } = await import('../assembly/evaluate-mail.ts');
  return evaluateMail({
    folder,
    expectations: expect,
    mode,
    own,
    webForms: values['web-form'] ?? [],
    on,
    json,
    knowledge,
  });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 2 && number <= 50) return number;
  throw new AppError('input/invalid', `--folds takes a whole number from 2 to 50, not "${text}"`);
}
