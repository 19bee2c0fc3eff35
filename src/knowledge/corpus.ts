import type { Corpus, CorpusIntent, LanguageData } from '../core/matching/index.ts';
import type { Answer, Knowledge } from './schema.ts';
import { withoutMarks } from './template.ts';

/** What the matcher learns from: every answer and every way to start a form, in each of the desk's languages. */
export function corpusOf(knowledge: Knowledge): Corpus {
  return {
    languages: knowledge.languages.map((language) => languageData(knowledge, language)),
    intents: [
      ...[...knowledge.answers.values()].map((answer) => answerIntent(answer, knowledge)),
      ...dialogIntents(knowledge),
    ],
  };
}

function languageData({ vocabulary, words, vectors, ordinary }: Knowledge, language: string): LanguageData {
  const spoken = vocabulary[language];
  return {
    language,
    stemmer: spoken?.stemmer ?? null,
    synonyms: spoken?.synonyms ?? [],
    abbreviations: { ...spoken?.contractions, ...spoken?.abbreviations },
    domainTerms: spoken?.domainTerms ?? [],
    ...(words[language] === undefined ? {} : { words: words[language] }),
    ...(vectors[language] === undefined ? {} : { vectors: vectors[language] }),
    ...(ordinary[language] === undefined ? {} : { background: ordinary[language] }),
  };
}

function answerIntent({ id, kind, title, text }: Answer, { languages }: Knowledge): CorpusIntent {
  const spoken = languages.flatMap((language) =>
    text[language] === undefined ? [] : [{ language, ...text[language] }],
  );
  return {
    id,
    kind,
    phrasings: spoken.flatMap(({ language, phrasings }) => phrasings.map((phrasing) => ({ text: phrasing, language }))),
    titles: spoken.flatMap(({ language }) =>
      title[language] === undefined ? [] : [{ text: title[language], language }],
    ),
    bodies: spoken.map(({ language, answer }) => ({ text: plain(answer), language })),
  };
}

/** The namespace `intents` of the phrases: a form's id → the phrasings that start it. */
function dialogIntents({ languages, phrases }: Knowledge): readonly CorpusIntent[] {
  const ids = new Set(languages.flatMap((language) => Object.keys(phrases[language]?.['intents'] ?? {})));
  return [...ids].map((id) => ({
    id,
    kind: 'dialog',
    phrasings: languages.flatMap((language) => {
      const said = phrases[language]?.['intents']?.[id];
      return Array.isArray(said) ? (said as string[]).map((text) => ({ text, language })) : [];
    }),
    bodies: [],
  }));
}

/** The figures of a day are no part of what a text is about. */
function plain(template: string): string {
  return withoutMarks(template).replace(/\{\{.+?\}\}/g, ' ');
}
