import type { z } from 'zod';
import { HearingFile } from '../hearing/language.ts';
import { OtherLanguagesFile, ReadingFile, SafetyFile, SafetyWordsFile } from './conversation-schema.ts';
import { CountriesFile } from './countries-schema.ts';
import type { SourceFile } from './files.ts';
import { GuidanceFile, RowFile } from './eligibility-schema.ts';
import { GroundsFile } from './grounds-schema.ts';
import { besideAt, dangerAt, dictionaryAt, ordinaryAt, romanisedAt, vectorsAt } from './language-files.ts';
import { MailFile } from './mail-schema.ts';
import { PersonFile } from './person-schema.ts';
import { PrivacyFile } from './privacy-schema.ts';
import type { Problem } from './problem.ts';
import { ReadbackFile } from './readback-schema.ts';
import { ReactionsFile } from './reactions-schema.ts';
import {
  ConflictsFile,
  DeskFile,
  FactsFile,
  OffersFile,
  PagesFile,
  PhrasesFile,
  PlacesFile,
  RateFile,
  SourcesFile,
} from './schema.ts';
import { AnswerFile, CheckedFile, TopicFile } from './topic-schema.ts';
import { unwrittenIn } from './unwritten.ts';
import { VocabularyFile } from './vocabulary-schema.ts';
import { checkShape, parseYaml, type YamlFile } from './yaml-file.ts';

/** Every kind of file: where it lies (the groups are its key among its kind, `en/fees`) and what it holds. */
export const kinds = {
  topics: { at: /^topics\/(.+)\.yaml$/, example: 'topics/<id>.yaml', schema: TopicFile },
  answers: {
    at: /^languages\/([a-z]{2}\/)answers\/(.+)\.yaml$/,
    example: 'languages/<language>/answers/<topic>.yaml',
    schema: AnswerFile,
  },
  rates: { at: /^rates\/(.+)\.yaml$/, example: 'rates/<id>.yaml', schema: RateFile },
  offers: { at: /^offers\/(.+)\.yaml$/, example: 'offers/<desk>.yaml', schema: OffersFile },
  vocabulary: {
    at: /^languages\/([a-z]{2})\/vocabulary\.yaml$/,
    example: 'languages/<language>/vocabulary.yaml',
    schema: VocabularyFile,
  },
  phrases: {
    at: /^languages\/([a-z]{2}\/)phrases\/([a-z-]+)\.yaml$/,
    example: 'languages/<language>/phrases/<namespace>.yaml',
    schema: PhrasesFile,
  },
  checked: {
    at: /^languages\/([a-z]{2})\/checked\.yaml$/,
    example: 'languages/<language>/checked.yaml',
    schema: CheckedFile,
  },
  readback: {
    at: /^languages\/([a-z]{2})\/readback\.yaml$/,
    example: 'languages/<language>/readback.yaml',
    schema: ReadbackFile,
  },
  hearing: {
    at: /^languages\/([a-z]{2})\/hearing\.yaml$/,
    example: 'languages/<language>/hearing.yaml',
    schema: HearingFile,
  },
  reading: {
    at: /^languages\/([a-z]{2})\/reading\.yaml$/,
    example: 'languages/<language>/reading.yaml',
    schema: ReadingFile,
  },
  person: {
    at: /^languages\/([a-z]{2})\/person\.yaml$/,
    example: 'languages/<language>/person.yaml',
    schema: PersonFile,
  },
  mail: { at: /^languages\/([a-z]{2})\/mail\.yaml$/, example: 'languages/<language>/mail.yaml', schema: MailFile },
  reactions: {
    at: /^languages\/([a-z]{2})\/reactions\.yaml$/,
    example: 'languages/<language>/reactions.yaml',
    schema: ReactionsFile,
  },
  privacy: {
    at: /^languages\/([a-z]{2})\/privacy\.yaml$/,
    example: 'languages/<language>/privacy.yaml',
    schema: PrivacyFile,
  },
  eligibility: { at: /^eligibility\/([A-Z]\d\d)\.yaml$/, example: 'eligibility/<row>.yaml', schema: RowFile },
  guidance: { at: /^(guidance)\.yaml$/, example: 'guidance.yaml', schema: GuidanceFile },
  grounds: { at: /^(grounds)\.yaml$/, example: 'grounds.yaml', schema: GroundsFile },
  places: { at: /^(places)\.yaml$/, example: 'places.yaml', schema: PlacesFile },
  desk: { at: /^(desk)\.yaml$/, example: 'desk.yaml', schema: DeskFile },
  facts: { at: /^(facts)\.yaml$/, example: 'facts.yaml', schema: FactsFile },
  sources: { at: /^(sources)\.yaml$/, example: 'sources.yaml', schema: SourcesFile },
  pages: { at: /^(pages)\.yaml$/, example: 'pages.yaml', schema: PagesFile },
  conflicts: { at: /^(conflicts)\.yaml$/, example: 'conflicts.yaml', schema: ConflictsFile },
  countries: { at: /^(countries)\.yaml$/, example: 'countries.yaml', schema: CountriesFile },
  safety: { at: /^(safety)\.yaml$/, example: 'safety.yaml', schema: SafetyFile },
  'safety-words': {
    at: /^languages\/([a-z]{2})\/safety\.yaml$/,
    example: 'languages/<language>/safety.yaml',
    schema: SafetyWordsFile,
  },
  'other-languages': { at: /^(other-languages)\.yaml$/, example: 'other-languages.yaml', schema: OtherLanguagesFile },
} as const satisfies Record<string, { readonly at: RegExp; readonly example: string; readonly schema: z.ZodType }>;

export type Kind = keyof typeof kinds;
export type Held<K extends Kind> = z.output<(typeof kinds)[K]['schema']>;

/** One kind's files by key, those of the right shape; each knows its lines. */
export type Shelf<K extends Kind> = ReadonlyMap<string, { readonly file: YamlFile; readonly value: Held<K> }>;
export type Shelves = { readonly [K in Kind]: Shelf<K> };

/** Parses every file and puts it where it belongs. Files of a wrong shape are left out, with a problem for each field. */
export function shelve(files: readonly SourceFile[]): {
  readonly shelves: Shelves;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = files.filter(({ path }) => kindOf(path) === null && !isWordList(path)).map(strayFile);
  const shelf = <S extends z.ZodType>({ at, schema }: { readonly at: RegExp; readonly schema: S }) => {
    const held = new Map<string, { file: YamlFile; value: z.output<S> }>();
    for (const source of files) {
      const found = at.exec(source.path);
      if (found === null) continue;
      const key = found.slice(1).join('');
      const file = parseYaml(source);
      // A form may be played before its sentences are written; nobody can be answered by a topic that is not.
      const unwritten = at === kinds.phrases.at ? [] : unwrittenIn(file);
      problems.push(...unwritten);
      if (unwritten.length > 0) continue;
      const checked = checkShape(file, schema);
      problems.push(...checked.problems);
      if (checked.value !== null) held.set(key, { file, value: checked.value });
    }
    return held;
  };
  const shelves: Shelves = {
    topics: shelf(kinds.topics),
    answers: shelf(kinds.answers),
    rates: shelf(kinds.rates),
    offers: shelf(kinds.offers),
    vocabulary: shelf(kinds.vocabulary),
    phrases: shelf(kinds.phrases),
    checked: shelf(kinds.checked),
    readback: shelf(kinds.readback),
    hearing: shelf(kinds.hearing),
    reading: shelf(kinds.reading),
    person: shelf(kinds.person),
    mail: shelf(kinds.mail),
    reactions: shelf(kinds.reactions),
    privacy: shelf(kinds.privacy),
    eligibility: shelf(kinds.eligibility),
    guidance: shelf(kinds.guidance),
    grounds: shelf(kinds.grounds),
    places: shelf(kinds.places),
    desk: shelf(kinds.desk),
    facts: shelf(kinds.facts),
    sources: shelf(kinds.sources),
    pages: shelf(kinds.pages),
    conflicts: shelf(kinds.conflicts),
    countries: shelf(kinds.countries),
    safety: shelf(kinds.safety),
    'safety-words': shelf(kinds['safety-words']),
    'other-languages': shelf(kinds['other-languages']),
  };
  return { shelves, problems };
}

/** General dictionaries, word vectors, ordinary sentences, romanised words and examples of danger of a language: no YAML, see language-files.ts. */
function isWordList(path: string): boolean {
  return [dictionaryAt, vectorsAt, ordinaryAt, besideAt, romanisedAt, dangerAt].some((at) => at.test(path));
}

function kindOf(path: string): Kind | null {
  return (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].at.test(path)) ?? null;
}

function strayFile({ path }: SourceFile): Problem {
  const accepted = Object.values(kinds).map(({ example }) => example);
  const message = `no such kind of file; accepted: ${accepted.join(', ')}`;
  return { code: 'knowledge/invalid-file', file: path, line: null, field: '', message };
}
