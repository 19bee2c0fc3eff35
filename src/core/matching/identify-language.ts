import { detectLanguage } from './detect-language.ts';
import { featureId } from './feature-table.ts';
import { hashText } from './hash.ts';
import { fold } from '../../text/fold.ts';
import { withoutQuoted } from '../../text/quoted.ts';
import { remember } from '../../text/remember.ts';
import { segment } from '../../text/segment.ts';
import { createRewriter, type Rule } from './rewrite.ts';
import { accentReader, sequences, termRemover, termRules, type LanguageModel } from './language-model.ts';
import type { Dictionary } from './lexicon.ts';
import type { LanguageData } from './matcher.ts';
import { isUnjudged, ownScriptOf } from './own-script.ts';
import { romanisedReader } from './romanised.ts';
import { knows } from './word-set.ts';

export type Identified = { readonly language: string; readonly confidence: number };

/** Null when nothing speaks for a language: no letters, or domain terms only. */
export function createIdentifier(
  model: LanguageModel,
  languages: readonly LanguageData[],
  { idOf, lexicon }: Pick<Dictionary, 'idOf' | 'lexicon'>,
) {
  const isWordOf = knowing(languages, (word) => lexicon.languageOf[idOf.get(word) ?? -1] ?? -1);
  const terms = readerWithout(termRules(languages));
  // Before terms: "attestation" is one, and "de droits" alone would be French.
  const termsAndLoans = readerWithout([...loanRules(languages), ...termRules(languages)]);
  const romanised = romanisedReader(languages, isWordOf);
  const read = (whole: string): Read => {
    const text = withoutQuoted(whole);
    // Around a loan the other words speak; a loan alone is of where it comes from.
    const beside = termsAndLoans.wordsIn(text);
    const { wordsIn, accentsIn } = beside.length === 0 ? terms : termsAndLoans;
    const words = beside.length === 0 ? wordsIn(text) : beside;
    if (words.length === 0) return { words, other: null, evidence: [] };
    const other = romanised(words) ?? foreign(model, text, words, languages, isWordOf);
    const evidence = other === null ? evidenceOf(model, { words, accents: accentsIn(text) }, languages, isWordOf) : [];
    return { words, other, evidence };
  };
  // A turn asks of one text with what it expects, and the matcher again without.
  const readOnce = remember(read, mostInATurn);
  return (text: string, prior?: string): Identified | null => {
    const { words, other, evidence } = readOnce(text);
    if (other !== null || words.length === 0) return other;
    // Letters in any order look like some language: of one that is written, somebody knows a word.
    const own = ours(evidence, languages, prior);
    const language = languages.findIndex((data) => data.language === own?.language);
    const isWritten = own?.language === prior || words.some((word) => idOf.has(word) || isWordOf(language, word));
    return isWritten ? own : null;
  };
}

/** What speaks in a text, whatever was expected. */
type Read = {
  readonly words: readonly string[];
  readonly other: Identified | null;
  /** For each language, what its letters and words weigh. */
  readonly evidence: readonly number[];
};

type IsWordOf = (language: number, word: string) => boolean;

/** A dictionary knows the words of its language; without one they are those of its own script, and those of our texts in it. */
function knowing(languages: readonly LanguageData[], languageOf: (word: string) => number): IsWordOf {
  const ownScript = ownScriptOf(languages);
  return (language, word) => {
    const known = languages[language]?.words;
    return known === undefined ? ownScript(word) === language || languageOf(word) === language : knows(known, word);
  };
}

/** The words and the accents of a text beside those that the rules leave out. */
function readerWithout(rules: readonly Rule[]) {
  const rewriter = createRewriter(rules);
  const without = termRemover(rewriter);
  return {
    wordsIn: (text: string) => without(text).filter((word) => /\p{L}/u.test(word)),
    accentsIn: accentReader(rewriter),
  };
}

/** "Feuille de soins", "birth certificate": what several languages call alike, in more words than one, is borrowed. */
function loanRules(languages: readonly LanguageData[]): readonly Rule[] {
  const named = languages.flatMap(({ synonyms }) => [
    ...new Set(synonyms.flat().map((term) => segment(fold(term)).join(' '))),
  ]);
  const shared = named.filter((term, at) => term.includes(' ') && named.indexOf(term) !== at);
  return shared.map((term) => [term.split(' '), []]);
}

function evidenceOf(
  model: LanguageModel,
  { words, accents }: { readonly words: readonly string[]; readonly accents: readonly number[] },
  languages: readonly LanguageData[],
  isWordOf: IsWordOf,
): readonly number[] {
  // What no text of ours has speaks for no language; an accent is written by few, and says more.
  const seen = [...words.flatMap(sequences), ...accents, ...accents]
    .map((hash) => featureId(model.table, hash))
    .filter((id) => id >= 0);
  return languages.map((data, language) => {
    const known = isUnjudged(data) ? 0 : words.filter((word) => isWordOf(language, word)).length;
    return seen.reduce(
      (sum, id) => sum + (model.logs[id * languages.length + language] as number),
      known * knownWeight,
    );
  });
}

function ours(evidence: readonly number[], languages: readonly LanguageData[], prior?: string): Identified | null {
  const scores = languages.map(
    (data, language) => (evidence[language] ?? 0) + (data.language === prior ? priorWeight : 0),
  );
  const best = scores.indexOf(Math.max(...scores));
  const winner = languages[best];
  if (winner === undefined) return null;
  // Sequences overlap, so their evidence counts several times: the temperature undoes that.
  const total = scores.reduce((sum, score) => sum + Math.exp((score - (scores[best] as number)) / temperature), 0);
  return { language: winner.language, confidence: Math.round(1e4 / total) / 1e4 };
}

/**
 * A language that is none of ours: most words are strange to us, and the library is clearly surer of another one. A
 * script that none of our texts is written in needs no more than the library's word.
 */
function foreign(
  model: LanguageModel,
  text: string,
  words: readonly string[],
  languages: readonly LanguageData[],
  isWordOf: IsWordOf,
): Identified | null {
  const isStrangeScript = !words.some((word) =>
    Array.from(word).some((letter) => featureId(model.table, hashText(letter)) >= 0),
  );
  if (!isStrangeScript && shareOfOurs(words, languages, isWordOf) >= mostlyOurs) return null;
  const detected = detectLanguage(text.slice(0, 1_000));
  if (detected.language === '' || languages.some(({ language }) => language === detected.language)) return null;
  const scores = detected.getScores();
  const rival = Math.max(0, ...languages.map(({ language }) => scores[language] ?? 0));
  const score = scores[detected.language] as number;
  const confidence = Math.round(1e4 * (score / (score + rival))) / 1e4;
  return isStrangeScript || confidence >= surelyForeign ? { language: detected.language, confidence } : null;
}

/** The largest share of the words that are known in one of our languages; any two letters are a word somewhere. */
function shareOfOurs(all: readonly string[], languages: readonly LanguageData[], isWordOf: IsWordOf): number {
  const long = all.filter((word) => word.length > 2 || /\P{Script=Latin}/u.test(word));
  const words = long.length === 0 ? all : long;
  const shares = languages.map((data, language) =>
    isUnjudged(data) ? 1 : words.filter((word) => isWordOf(language, word)).length / words.length,
  );
  return Math.max(0, ...shares);
}

const mostInATurn = 100;
const priorWeight = 6;
const knownWeight = 4;
const temperature = 4;
const mostlyOurs = 0.7;
const surelyForeign = 0.555;
