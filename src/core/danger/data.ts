import type { WordSet } from '../matching/word-set.ts';
import type { LanguageLexicon } from './write-lexicon.ts';
import type { DangerDegree, DangerKind, SignTable } from './signs.ts';

/** A line that somebody might write, with what there is to hear in it: to learn from, or to be examined on. */
export type DangerExample = {
  readonly text: string;
  /** What was said before it, the oldest first. */
  readonly context: readonly string[];
  readonly degree: DangerDegree | 'none';
  /** Of a danger whose kind is known; null also where there is none. */
  readonly kind: DangerKind | null;
  /** Of what is no danger: nothing in it sounds like any. */
  readonly ordinary: boolean;
};

/** All that danger is heard by, in plain data: it crosses threads. */
export type DangerData = {
  readonly lexicons: Readonly<Record<string, LanguageLexicon>>;
  /** Languages whose words are said in a sentence of any other. */
  readonly everywhere: readonly string[];
  /** The real words of a language, by language. */
  readonly dictionaries: Readonly<Record<string, WordSet>>;
  readonly signs: SignTable;
  /** Meanings that say of a sign beside them that it may be past, supposed or told. */
  readonly excuses: readonly string[];
  /** Meanings that say that something else is asked as well. */
  readonly asides: readonly string[];
  readonly examples: readonly DangerExample[];
  /** Questions in which there is nothing to hear. */
  readonly ordinary: readonly string[];
};
