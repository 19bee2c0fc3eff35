import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { forms } from '../../dialogs/index.ts';
import { AppError } from '../core/errors.ts';
import { hearDangerBeside } from '../desk/hear-danger.ts';
import { corpusOf } from '../knowledge/corpus.ts';
import { dangerDegrees, type Danger, type HearDanger } from '../core/danger/index.ts';
import { dangerDataOf } from '../knowledge/danger-data.ts';
import { readDangerLines, type DangerLine } from '../knowledge/danger-examples.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import { trainedDanger } from '../training/trained-danger.ts';
import { trainedMatcher } from '../training/trained-matcher.ts';
import { readCorpusFile } from './corpus-file.ts';
import { percent, tableOf } from './report.ts';

/** How danger is heard in lines that say what there is to hear: recall and false alarms by language and degree. */
export async function evaluateDanger(options: {
  readonly file: string | undefined;
  readonly json: boolean;
  readonly knowledge: string;
}): Promise<string> {
  const knowledge = loadKnowledge(options.knowledge, forms);
  const hear = await hearingOf(knowledge);
  const judgedIn = (files: readonly string[]): readonly Judged[] =>
    files
      .flatMap((file) => readDangerLines(readFileOf(file), basename(file)))
      .map((line) => ({ line, heard: hear(line.text, line.context) }));
  if (options.file !== undefined) {
    const judged = judgedIn([options.file]);
    return options.json ? JSON.stringify(asData(judged)) : asTable(judged);
  }
  const sets = Object.fromEntries(lists.map((list) => [list, judgedIn(filesOf(list))])) as Record<
    List,
    readonly Judged[]
  >;
  const ordinary = onOrdinary(hear, knowledge);
  if (options.json) {
    const { sealed, ...others } = sets;
    const data = Object.fromEntries(Object.entries(others).map(([name, judged]) => [name, asData(judged)]));
    return JSON.stringify({ ...asData(sealed), ...data, ordinary });
  }
  const said = `${ordinary.questions} ordinary questions: ${percent(ordinary.certain)} called certain, ${percent(ordinary.possible)} possible`;
  return [...Object.entries(sets).flatMap(([name, judged]) => [name, asTable(judged), '']), said].join('\n');
}

/** As the desk hears it. */
async function hearingOf(knowledge: Knowledge): Promise<HearDanger> {
  const detector = await trainedDanger(dangerDataOf(knowledge), 'var');
  return hearDangerBeside(knowledge, detector.hear, await trainedMatcher(corpusOf(knowledge), 'var'));
}

/** The project's own, the oldest first; what each is, docs/safety.md says. */
const lists = ['sealed', 'fresh', 'third', 'fourth', 'fifth'] as const;
type List = (typeof lists)[number];

type Judged = { readonly line: DangerLine; readonly heard: Danger | null };

/** Whoever builds has not read them; totals are all that is shown of them without `--json`. */
function filesOf(kind: List): readonly string[] {
  const names = readdirSync(folder).filter((name) => new RegExp(`^${kind}-[a-z]{2}\\.jsonl$`).test(name));
  if (names.length > 0) return names.sort().map((name) => join(folder, name));
  throw new AppError('input/invalid', `${folder} holds no ${kind}-<language>.jsonl: name a file after --danger`);
}

const folder = 'test/eval/danger';

/** The questions that tune the matcher: danger is learned from none of them. */
function onOrdinary(hear: HearDanger, { safety, languages }: Knowledge) {
  const asked = readCorpusFile(questionsFile, languages[0])
    .filter(({ intent }) => !safety.notOrdinary.includes(intent))
    .map(({ text }) => hear(text)?.degree ?? 'none');
  const share = (degree: string) => asked.filter((heard) => heard === degree).length / Math.max(asked.length, 1);
  return { questions: asked.length, certain: share('certain'), possible: share('possible') };
}

const questionsFile = 'test/eval/questions-from-titles.jsonl';

function readFileOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('input/invalid', `${file} cannot be read: name a file of lines after --danger`, { file }, cause);
  }
}

type Figures = {
  readonly dangers: number;
  /** Of the dangers: got their numbers first, in whatever degree. */
  readonly heard: number;
  readonly certainHeard: number;
  readonly certainAsCertain: number;
  readonly possibleHeard: number;
  readonly possibleAsCertain: number;
  readonly nearMisses: number;
  /** Of the near-misses. */
  readonly falselyCertain: number;
  readonly falselyPossible: number;
};

function figuresOf(judged: readonly Judged[]): Figures {
  const of = (degree: DangerLine['degree']) => judged.filter(({ line }) => line.degree === degree);
  const [certain, possible, none] = [of('certain'), of('possible'), of('none')];
  const share = (lines: readonly Judged[], is: (one: Judged) => boolean) =>
    lines.length === 0 ? 0 : lines.filter(is).length / lines.length;
  const isHeard = ({ heard }: Judged) => heard !== null;
  const isCertain = ({ heard }: Judged) => heard?.degree === 'certain';
  return {
    dangers: certain.length + possible.length,
    heard: share([...certain, ...possible], isHeard),
    certainHeard: share(certain, isHeard),
    certainAsCertain: share(certain, isCertain),
    possibleHeard: share(possible, isHeard),
    possibleAsCertain: share(possible, isCertain),
    nearMisses: none.length,
    falselyCertain: share(none, isCertain),
    falselyPossible: share(none, ({ heard }) => heard?.degree === 'possible'),
  };
}

function byLanguage(judged: readonly Judged[]): readonly (readonly [string, Figures])[] {
  const languages = [...new Set(judged.map(({ line }) => line.lang))].sort();
  return [
    ...languages.map((language) => [language, figuresOf(judged.filter(({ line }) => line.lang === language))] as const),
    ['all', figuresOf(judged)] as const,
  ];
}

function asTable(judged: readonly Judged[]): string {
  const rows = byLanguage(judged).map(([language, f]) => [
    language,
    f.dangers,
    percent(f.heard),
    percent(f.certainHeard),
    percent(f.certainAsCertain),
    percent(f.possibleHeard),
    percent(f.possibleAsCertain),
    f.nearMisses,
    percent(f.falselyCertain),
    percent(f.falselyPossible),
  ]);
  const kinds = [...new Set(judged.flatMap(({ line }) => (line.degree === 'none' ? [] : [line.kind])))].sort();
  return [
    tableOf([
      [
        'language',
        'dangers',
        'heard',
        'certain: heard',
        'as certain',
        'possible: heard',
        'as certain',
        'near-misses',
        'called certain',
        'called possible',
      ],
      ...rows,
    ]),
    '',
    tableOf([
      ['kind', 'dangers', 'heard'],
      ...kinds.map((kind) => {
        const figures = figuresOf(judged.filter(({ line }) => line.degree !== 'none' && line.kind === kind));
        return [kind, figures.dangers, percent(figures.heard)];
      }),
    ]),
  ].join('\n');
}

function asData(judged: readonly Judged[]) {
  return {
    ...Object.fromEntries(byLanguage(judged).slice(-1)),
    byLanguage: Object.fromEntries(byLanguage(judged).slice(0, -1)),
    lines: judged.map(({ line, heard }) => ({
      id: line.id,
      verdict: verdictOf(line.degree, heard?.degree ?? 'none'),
      heard: heard === null ? null : { degree: heard.degree, kind: heard.kind, words: heard.words },
    })),
  };
}

/** `right`; `missed`: a danger that got no numbers; `alarm`: none, called a danger; `degree`: heard, in the other degree. */
function verdictOf(meant: DangerLine['degree'], heard: DangerLine['degree']): string {
  if (meant === heard) return 'right';
  if (heard === 'none') return 'missed';
  return dangerDegrees.some((degree) => degree === meant) ? 'degree' : 'alarm';
}
