import { bareLetters } from './letters.ts';
import { remember } from './remember.ts';

/** Comparing what people type with what they may be expected to type: without case, accents, width and punctuation. */

/** `"J'ai été"` → `["j", "ai", "ete"]`; scripts without spaces stay one word. */
export const wordsOf: (text: string) => readonly string[] = remember((text) =>
  spacedLetters(text.replaceAll(/['’‘`´]/gu, ' '))
    .split(' ')
    .filter(Boolean),
);

/** The two ways in which an apostrophe is typed or left out: `j ai` and `jai`. */
export const spellings: (text: string) => readonly string[] = remember((text) => {
  const apart = wordsOf(text).join(' ');
  const together = spacedLetters(text.replaceAll(/['’‘`´]/gu, '')).trim();
  return apart === together ? [apart] : [apart, together];
});

/** Whether `phrase` stands in `text` as whole words (as characters, in scripts without spaces). */
export function says(text: string, phrase: string): boolean {
  return mentionAt(spellings(text), phrase) !== null;
}

/** Whether `text` begins with the words of `phrase`. */
export function opensWith(text: string, phrase: string): boolean {
  const heard = spellings(text);
  return spellings(phrase).some(
    (opening) => opening !== '' && heard.some((one) => `${one} `.startsWith(`${opening} `)),
  );
}

/** Where the first of `phrases` stands in an utterance's spellings, by length: the longest mention wins. */
export function longestMention(text: string, phrases: readonly string[]): string | null {
  const heard = spellings(text);
  const found = phrases.filter((phrase) => mentionAt(heard, phrase) !== null);
  return found.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

/** Whether the whole of `text` is one of `phrases`. */
export function isOneOf(text: string, phrases: readonly string[]): boolean {
  const heard = new Set(spellings(text));
  return phrases.some((phrase) => spellings(phrase).some((spelling) => heard.has(spelling)) || text.trim() === phrase);
}

function mentionAt(heard: readonly string[], phrase: string): number | null {
  const wanted = spellings(phrase).filter((spelling) => spelling !== '');
  const whole = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u.test(phrase);
  for (const text of heard) {
    for (const spelling of wanted) {
      const at = whole ? ` ${text} `.indexOf(` ${spelling} `) : text.indexOf(spelling);
      if (at >= 0) return at;
    }
  }
  return null;
}

/** A letter unfolds into three characters at most, an Arabic ligature into eighteen: a text of those is no text. */
const oneLigature = 100;
/** What the desk lets in of a text, and a little more. */
const mostFolded = 24_000;

function spacedLetters(text: string): string {
  const most = Math.min(3 * text.length + oneLigature, mostFolded);
  return bareLetters(text, most).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}
