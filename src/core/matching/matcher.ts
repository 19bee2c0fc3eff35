import type { WordSet } from './word-set.ts';
import type { WordVectors } from './word-vectors.ts';

/** What the matcher learns from: the knowledge base, or any corpus given to `eval`. Plain data. */
export type Corpus = {
  readonly languages: readonly LanguageData[];
  readonly intents: readonly CorpusIntent[];
};

/** One language's data, from `knowledge/languages/<language>/vocabulary.yaml`. The code knows no language by name. */
export type LanguageData = {
  /** ISO 639-1, e.g. `en`. */
  readonly language: string;
  /** A stemmer's name in the stemming library, or null for none. */
  readonly stemmer: string | null;
  /** What may stand between the parts of a word that is put together (Krankenversicherung·s·pflicht); empty where none is. */
  readonly compoundLinks: readonly string[];
  /** Groups of names for one thing; the first is the canonical one. They act before features, in all languages at once. */
  readonly synonyms: readonly (readonly string[])[];
  /** Short forms written out before anything else: `jai` → `j'ai`, `u` → `you`. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Words that say nothing about the language of a message (CPAM, carte Vitale …). */
  readonly domainTerms: readonly string[];
  /** Greetings and openings of a question, left out before features: "good morning", "could you tell me". */
  readonly framing: readonly string[];
  /** A general dictionary of the language: real words are never respelt into ours. */
  readonly words?: WordSet;
  /** Words in Latin letters that no other language has, where the language is written in others: "kifach", "bghit". */
  readonly romanised?: readonly string[];
  /** What words are near each other: for a text whose words no phrasing has. */
  readonly vectors?: WordVectors;
  /** Ordinary sentences about anything else: what a question that is nobody's looks like. */
  readonly background?: readonly string[];
};

export type IntentKind = 'answer' | 'gap' | 'smalltalk' | 'offtopic' | 'dialog';

export type CorpusIntent = {
  readonly id: string;
  readonly kind: IntentKind;
  readonly phrasings: readonly { readonly text: string; readonly language: string }[];
  /** What the intent is called: it says most in few words. */
  readonly titles?: readonly { readonly text: string; readonly language: string }[];
  /** The answer's own text: an extra field, worth most where phrasings are few. */
  readonly bodies: readonly { readonly text: string; readonly language: string }[];
};

export type Ranked = {
  readonly intent: string;
  /** Calibrated probability of being right, 0–1. */ readonly score: number;
};

/** Decisions, not scores. `ranked` holds at most the best five, by score, then id. */
export type Match = {
  readonly kind: 'answer' | 'clarify' | 'decline';
  readonly ranked: readonly Ranked[];
  /** With `clarify`: the two or three that are close. */
  readonly candidates: readonly Ranked[];
};

/** What staff see: the tokens after each step, the corrections, what spoke for the winner and the runner-up. */
export type Explanation = {
  readonly match: Match;
  readonly steps: readonly { readonly step: string; readonly tokens: readonly string[] }[];
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  readonly evidence: readonly {
    readonly intent: string;
    readonly phrasing: string;
    readonly features: readonly { readonly feature: string; readonly weight: number }[];
  }[];
  readonly threshold: number;
  readonly margin: number;
};

/** Pure and synchronous; the same text gives the same bytes. Any string is accepted, of any length. */
export type Matcher = {
  match(text: string): Match;
  /** The stems that a text comes down to, in its order. */
  stems(text: string): readonly string[];
  explain(text: string): Explanation;
  /** Null when the text says nothing about its language (a number, an emoji, domain terms only). */
  identifyLanguage(text: string, prior?: string): { readonly language: string; readonly confidence: number } | null;
};
