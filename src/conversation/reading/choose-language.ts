import type { Identified } from '../../core/matching/identify-language.ts';
import type { Matcher } from '../../core/matching/matcher.ts';
import type { Spoken } from '../../voice/content.ts';
import { wordsOf } from '../../text/typed-words.ts';

export type SpokenLanguage = {
  /** The language to answer in: one of the desk's. */
  readonly language: string;
  /** Set when the message is in a language that has no answers yet. */
  readonly foreign: string | null;
};

/**
 * A language is kept unless a message of some length is clearly in another: short or mixed messages do not flip it.
 * Chosen on how people answer forms: names, numbers and "ok" say nothing about a language. Two words do where they are
 * surely of a language that nobody quotes: the terms of the originals stand alone in every language.
 */
const languageDefaults = Object.freeze({
  firstMessage: 0.5,
  switchOver: 0.85,
  switchWords: 3,
  surely: 0.98,
  surelyWords: 2,
  foreign: 0.5,
  foreignWords: 3,
});

type Prior = {
  readonly conversation: string | null;
  readonly locale: string | undefined;
  readonly desk: Spoken;
  /** The languages that the desk's texts are written in. */
  readonly originals: Spoken;
  /** Whether the whole of the text means the same in a language: a name, or an answer to what was asked. */
  readonly saysAlike: (language: string) => boolean;
};

export function languageOf(text: string, prior: Prior, matcher: Matcher): SpokenLanguage {
  const fallback = prior.desk[0];
  const fromLocale = prior.desk.find((language) => prior.locale?.toLowerCase().startsWith(language));
  const known = prior.conversation ?? fromLocale;
  const expected = known ?? fallback;
  const heard = matcher.identifyLanguage(text, known);
  if (heard === null || heard.language === expected) return { language: expected, foreign: null };
  // Numbers are words of every language: "1 June 2027" is one word long.
  const length = wordsOf(text).filter((word) => /\p{L}/u.test(word)).length;
  if (!prior.desk.includes(heard.language)) {
    const clear =
      heard.confidence >= languageDefaults.foreign &&
      (length >= languageDefaults.foreignWords || !/\p{Script=Latin}/u.test(text));
    return { language: expected, foreign: clear ? heard.language : null };
  }
  const first = prior.conversation === null && heard.confidence >= languageDefaults.firstMessage;
  const isChange = first || isClear(heard, length, prior.originals);
  if (!isChange || (known !== undefined && prior.saysAlike(expected))) return { language: expected, foreign: null };
  return { language: onlyOneSaying(prior) ?? heard.language, foreign: null };
}

/** "Non merci" is Italian by its letters, and French because no other language has it. */
function onlyOneSaying({ desk, saysAlike }: Prior): string | null {
  const [one, ...others] = desk.filter(saysAlike);
  return one !== undefined && others.length === 0 ? one : null;
}

function isClear({ language, confidence }: Identified, length: number, originals: Spoken): boolean {
  const { switchOver, switchWords, surely, surelyWords } = languageDefaults;
  if (confidence >= switchOver && length >= switchWords) return true;
  return confidence >= surely && length >= surelyWords && !originals.includes(language);
}
