import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Corpus, LanguageData } from '../core/matching/index.ts';
import { readFiles } from '../knowledge/files.ts';
import { languageFile } from '../knowledge/layout.ts';
import { DeskFile } from '../knowledge/schema.ts';
import { parseYaml, shapedAs } from '../knowledge/yaml-file.ts';
import { languageFiles } from '../knowledge/language-files.ts';
import { readJsonLines } from './json-lines.ts';

const Line = z.object({
  text: z.string(),
  intent: z.string().min(1),
  lang: z.string().optional(),
  /** How it is written: figures are told apart by it. */
  style: z.string().optional(),
});
export type LabelledText = Omit<z.infer<typeof Line>, 'lang'> & { readonly lang: string };

/**
 * `{"text","intent","lang","style"}` a line.
 * @param otherwise the language of a line that names none
 * @throws AppError naming the file and the line that is no such object
 */
export function readCorpusFile(file: string, otherwise: string): LabelledText[] {
  return readJsonLines(file, Line).map(({ lang = otherwise, ...line }) => ({ ...line, lang }));
}

/** The language that the desk of a folder speaks first. */
export function firstLanguageOf(knowledgeFolder: string): string {
  const bytes = readFileSync(`${knowledgeFolder}/desk.yaml`);
  return shapedAs(DeskFile, parseYaml({ path: 'desk.yaml', bytes })).languages[0];
}

/**
 * Any corpus, as the knowledge base's is built: each language with its stemmer, its contractions, its dictionary and its
 * ordinary sentences, but without the synonyms and abbreviations, which are about health insurance.
 */
export function corpusOfTexts(texts: readonly LabelledText[], knowledgeFolder: string): Corpus {
  const byIntent = Map.groupBy(texts, ({ intent }) => intent);
  const { words, vectors, ordinary } = languageFiles(readFiles(knowledgeFolder));
  const languages = [...new Set(texts.map(({ lang }) => lang))].sort();
  return {
    languages: languages.map((language) => ({
      language,
      ...grammarOf(language, knowledgeFolder),
      compoundLinks: [],
      synonyms: [],
      domainTerms: [],
      framing: [],
      ...(words[language] !== undefined && { words: words[language] }),
      ...(vectors[language] !== undefined && { vectors: vectors[language] }),
      ...(ordinary[language] !== undefined && { background: ordinary[language] }),
    })),
    intents: [...byIntent].map(([id, lines]) => ({
      id,
      kind: 'answer',
      phrasings: lines.map(({ text, lang }) => ({ text, language: lang })),
      // In such a file an intent has no title but its name.
      titles: [{ text: id.replace(/[_-]+/g, ' '), language: (lines[0] as LabelledText).lang }],
      bodies: [],
    })),
  };
}

const Grammar = z.object({
  stemmer: z.string().nullable(),
  contractions: z.record(z.string(), z.string()).default({}),
});

/** A language without a vocabulary file is matched by its words as they are. */
function grammarOf(language: string, folder: string): Pick<LanguageData, 'stemmer' | 'abbreviations'> {
  try {
    const path = languageFile(language, 'vocabulary');
    const { stemmer, contractions } = shapedAs(Grammar, parseYaml({ path, bytes: readFileSync(`${folder}/${path}`) }));
    return { stemmer, abbreviations: contractions };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { stemmer: null, abbreviations: {} };
    throw error;
  }
}
