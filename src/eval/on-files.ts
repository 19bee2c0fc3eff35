import { AppError } from '../core/errors.ts';
import { corpusOfTexts, firstLanguageOf, readCorpusFile, type LabelledText } from './corpus-file.ts';
import { examineMatcher, examineRival, type Examined } from './examine.ts';
import { crossValidate, foldFigures } from './folds.ts';
import { outOfScope } from './metrics.ts';
import { confusionsOf, percent, tableOf } from './report.ts';
import { buildRival, type RivalName } from './rivals.ts';

export type FileOptions = {
  readonly train: string;
  readonly test?: string | undefined;
  readonly typos: boolean;
  readonly folds: number | null;
  readonly rivals: readonly RivalName[];
  readonly json: boolean;
  readonly knowledge: string;
};

/** Any corpus, and what a user would install instead: the same texts, one after the other, in the same process. */
export async function compareOnFiles(options: FileOptions): Promise<string> {
  const otherwise = firstLanguageOf(options.knowledge);
  const texts = readCorpusFile(options.train, otherwise);
  const corpus = corpusOfTexts(texts, options.knowledge);
  if (options.folds !== null) return asText(foldFigures(crossValidate(corpus, options.folds)), options.json);
  if (options.test === undefined)
    throw new AppError('input/invalid', 'Give --test FILE or --folds NUMBER with --train');
  const questions = readCorpusFile(options.test, otherwise);
  const own = await examineMatcher(corpus, questions, options.typos);
  const others = await examineRivals(options, texts, corpus.languages[0]?.stemmer ?? null, questions);
  if (options.json) return JSON.stringify(asJson(own, others));
  return [comparison([['Guichet', own], ...others]), '', ...confusions(own)].join('\n');
}

type Named = readonly (readonly [name: string, examined: Examined])[];

async function examineRivals(
  options: FileOptions,
  texts: readonly LabelledText[],
  stemmer: string | null,
  questions: readonly LabelledText[],
) {
  const examined: [string, Examined][] = [];
  for (const name of options.rivals) {
    examined.push([name, await examineRival(() => buildRival(name, texts, stemmer), questions, options.typos)]);
  }
  return examined;
}

function asJson(own: Examined, others: Named): object {
  if (others.length === 0) return own.figures;
  return { ...own.figures, compare: Object.fromEntries(others.map(([name, { figures }]) => [name, figures])) };
}

function comparison(named: Named): string {
  return tableOf([
    ['', ...named.map(([name]) => name)],
    ...(
      [
        ['accuracy', ({ inScopeAccuracy }) => percent(inScopeAccuracy)],
        ['… with typos', ({ noisyAccuracy }) => percent(noisyAccuracy)],
        ['among the first three', ({ top3 }) => percent(top3)],
        ['macro F1', ({ macroF1 }) => percent(macroF1)],
        ['out of scope: recall', ({ oosRecall }) => percent(oosRecall)],
        ['… precision', ({ oosPrecision }) => percent(oosPrecision)],
        ['… AUROC', ({ oosAuroc }) => (oosAuroc === null ? '–' : oosAuroc.toFixed(3))],
        ['built in, ms', ({ buildMs }) => buildMs],
        ['a question, µs: p50', ({ p50Us }) => p50Us],
        ['… p99', ({ p99Us }) => p99Us],
        ['questions a second', ({ perSecond }) => perSecond],
      ] satisfies [string, (figures: Examined['figures']) => string | number][]
    ).map(([label, read]) => [label, ...named.map(([, { figures }]) => read(figures))]),
  ]);
}

function confusions({ outcomes }: Examined): string[] {
  const pairs = outcomes
    .filter(({ expected }) => expected !== outOfScope)
    .map(({ expected, ranked }) => ({ expected, given: ranked[0] ?? '–' }));
  return ['Most confused (expected → given):', ...confusionsOf(pairs).slice(0, 25)];
}

function asText(figures: Readonly<Record<string, number>>, json: boolean): string {
  return json ? JSON.stringify(figures) : tableOf(Object.entries(figures));
}
