import type { Rate } from '../core/dated.ts';
import { checksOf, originalsOf } from './checks.ts';
import { hashOf, type SourceFile } from './files.ts';
import { formsHere, type FormEntry } from './forms.ts';
import type { Held, Kind, Shelf, Shelves } from './kinds.ts';
import { kinds } from './kinds.ts';
import { languageFiles } from './language-files.ts';
import { fieldOf, type Problem } from './problem.ts';
import { rateOf } from './rates.ts';
import { staffLanguagesOf } from './staff-languages.ts';
import type { PhraseTree } from '../voice/content.ts';
import type { Answer, Knowledge } from './schema.ts';

/** The shelves as one object, or null when a file that there must be is missing or unreadable. */
export function assemble(
  shelves: Shelves,
  files: readonly SourceFile[],
  forms: readonly FormEntry[],
): { readonly knowledge: Knowledge | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const only = <K extends Kind>(kind: K): Held<K> | null => {
    const held = [...shelves[kind].values()][0]?.value ?? null;
    if (held === null && !files.some(({ path }) => path === kinds[kind].example))
      problems.push(missing(kinds[kind].example));
    return held;
  };
  const rates = ratesOf(shelves.rates);
  problems.push(...rates.problems);
  const [places, desk, facts, sources] = [only('places'), only('desk'), only('facts'), only('sources')];
  const [conflicts, countries] = [only('conflicts'), only('countries')];
  const [guidance, grounds] = [only('guidance'), only('grounds')];
  const [safety, otherLanguages] = [only('safety'), only('other-languages')];
  if (
    !places ||
    !desk ||
    !facts ||
    !sources ||
    !conflicts ||
    !countries ||
    !guidance ||
    !grounds ||
    !safety ||
    !otherLanguages
  )
    return { knowledge: null, problems };
  const held = {
    hash: hashOf(files),
    languages: desk.languages,
    ...translated(shelves, desk),
    staffLanguages: staffLanguagesOf(desk, new Set(files.map(({ path }) => path))),
    answers: answersOf(shelves, desk.languages),
    rates: rates.rates,
    offers: new Map([...shelves.offers].map(([id, { value }]) => [id, value])),
    places,
    desk,
    facts,
    sources,
    pages: [...shelves.pages.values()][0]?.value ?? {},
    conflicts,
    countries,
    rows: byKey(shelves.eligibility),
    guidance,
    grounds,
    vocabulary: byKey(shelves.vocabulary),
    phrases: phrasesOf(shelves.phrases),
    hearing: byKey(shelves.hearing),
    reading: byKey(shelves.reading),
    person: byKey(shelves.person),
    mail: byKey(shelves.mail),
    reactions: byKey(shelves.reactions),
    privacy: byKey(shelves.privacy),
    safety,
    safetyWords: byKey(shelves['safety-words']),
    otherLanguages,
    ...languageFiles(files),
  };
  const started = formsHere(forms, held).filter(({ startedByWords }) => startedByWords);
  return { knowledge: { ...held, forms: started.map(({ id }) => id) }, problems };
}

function translated(shelves: Shelves, desk: Held<'desk'>): Pick<Knowledge, 'originals' | 'checks'> {
  const values = <K extends Kind>(shelf: Shelf<K>) => new Map([...shelf].map(([key, { value }]) => [key, value]));
  const [answers, phrases, checked] = [values(shelves.answers), values(shelves.phrases), values(shelves.checked)];
  const originals = originalsOf(desk, answers);
  return { originals, checks: checksOf({ languages: desk.languages, originals, answers, phrases, checked }) };
}

function ratesOf(shelf: Shelf<'rates'>): { rates: Record<string, Rate>; problems: Problem[] } {
  const rates: Record<string, Rate> = {};
  const problems: Problem[] = [];
  for (const [id, { file, value }] of shelf) {
    const { rate, wrong } = rateOf(id, value);
    rates[id] = rate;
    for (const { at, accepted, plain } of wrong) {
      const [line, field] = [file.lineOf(at), fieldOf(at)];
      problems.push({
        code: 'knowledge/invalid-file',
        file: file.path,
        line,
        field,
        message: `accepted: ${accepted}`,
        plain,
      });
    }
  }
  return { rates, problems };
}

/** Each topic with its texts, the desk's languages first in their order. */
function answersOf({ topics, answers }: Shelves, languages: readonly string[]): ReadonlyMap<string, Answer> {
  const written = [...new Set([...languages, ...[...answers.keys()].map((key) => key.slice(0, 2))])];
  return new Map(
    [...topics].map(([id, { value }]): [string, Answer] => {
      const texts = written.flatMap((language) => {
        const text = answers.get(`${language}/${id}`)?.value;
        return text === undefined ? [] : [[language, text] as const];
      });
      const title = Object.fromEntries(texts.map(([language, { title }]) => [language, title]));
      const text = Object.fromEntries(texts);
      return [id, { id, ...value, title, text }];
    }),
  );
}

/** `en/fees` → phrases.en.fees. */
function phrasesOf(shelf: Shelf<'phrases'>): Record<string, Record<string, PhraseTree>> {
  const phrases: Record<string, Record<string, PhraseTree>> = {};
  for (const [key, { value }] of shelf) {
    const [language = '', namespace = ''] = key.split('/');
    (phrases[language] ??= {})[namespace] = value;
  }
  return Object.fromEntries(Object.entries(phrases).map(([language, said]) => [language, withColleague(said)]));
}

/** A folder of version 0.1 has what students read of colleagues among the phrases of the staff room. */
function withColleague(said: Record<string, PhraseTree>): Record<string, PhraseTree> {
  const earlier = said['staff']?.['said'];
  if (said['colleague'] !== undefined || typeof earlier !== 'object' || earlier instanceof Array) return said;
  return { ...said, colleague: earlier };
}

function byKey<K extends Kind>(shelf: Shelf<K>): Record<string, Held<K>> {
  return Object.fromEntries([...shelf].map(([key, { value }]) => [key, value]));
}

function missing(file: string): Problem {
  return {
    code: 'knowledge/invalid-file',
    file,
    line: null,
    field: '',
    message: 'there must be such a file',
  };
}
