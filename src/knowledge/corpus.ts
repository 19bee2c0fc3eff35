import type { Corpus, CorpusIntent, LanguageData } from '../core/matching/index.ts';
import type { Answer, Knowledge } from './schema.ts';
import { withoutMarks } from '../voice/template.ts';

/**
 * What the matcher learns from: every answer and every way to start a form, in each of the desk's languages. What is only learned from
 * is put together when it is asked for: a matcher that was kept needs none of it.
 */
export function corpusOf(knowledge: Knowledge): Corpus {
  return {
    languages: knowledge.languages.map((language) => languageData(knowledge, language)),
    intents: [
      ...[...knowledge.answers.values()].map((answer) => answerIntent(answer, knowledge)),
      ...formIntents(knowledge),
    ],
  };
}

function languageData(
  { vocabulary, words, vectors, ordinary, beside, romanised }: Knowledge,
  language: string,
): LanguageData {
  const spoken = vocabulary[language];
  return {
    language,
    stemmer: spoken?.stemmer ?? null,
    compoundLinks: spoken?.compoundLinks ?? [],
    synonyms: [...(spoken?.synonyms ?? []), ...(spoken?.commonSynonyms ?? [])],
    abbreviations: { ...spoken?.contractions, ...spoken?.abbreviations },
    domainTerms: [...(spoken?.domainTerms ?? []), ...(spoken?.commonNames ?? [])],
    framing: spoken?.framing ?? [],
    ...(words[language] === undefined ? {} : { words: words[language] }),
    ...(vectors[language] === undefined ? {} : { vectors: vectors[language] }),
    get background() {
      return [...(ordinary[language] ?? []), ...(beside[language] ?? [])];
    },
    ...(romanised[language] === undefined ? {} : { romanised: romanised[language] }),
  };
}

function answerIntent({ id, kind, title, text }: Answer, knowledge: Knowledge): CorpusIntent {
  const spoken = (): readonly Spoken[] =>
    knowledge.languages.flatMap((language) =>
      text[language] === undefined ? [] : [{ language, said: text[language] }],
    );
  return {
    id,
    kind,
    get phrasings() {
      return [
        ...spoken().flatMap(({ language, said }) => said.phrasings.map((phrasing) => ({ text: phrasing, language }))),
        ...waysOfAsking(id, knowledge),
      ];
    },
    get titles() {
      return spoken().flatMap(({ language }) =>
        title[language] === undefined ? [] : [{ text: title[language], language }],
      );
    },
    get bodies() {
      return spoken().map(({ language, said }) => ({ text: plain(said.answer), language }));
    },
  };
}

type Spoken = { readonly language: string; readonly said: Answer['text'][string] };

/** The forms of this desk that somebody may ask for; one that it lacks is not learned. */
function formIntents(knowledge: Knowledge): readonly CorpusIntent[] {
  return knowledge.forms.flatMap((id) => {
    const phrasings = waysOfAsking(id, knowledge);
    return phrasings.length === 0 ? [] : [{ id, kind: 'dialog', phrasings, bodies: [] }];
  });
}

/** The namespace `intents` of the phrases: an id → the phrasings that ask for it. */
export function waysOfAsking(id: string, { languages, phrases }: Knowledge): CorpusIntent['phrasings'] {
  return languages.flatMap((language) => {
    const said = phrases[language]?.['intents']?.[id];
    return Array.isArray(said) ? (said as string[]).map((text) => ({ text, language })) : [];
  });
}

/** The figures of a day are no part of what a text is about. */
function plain(template: string): string {
  return withoutMarks(template).replace(/\{\{.+?\}\}/g, ' ');
}
