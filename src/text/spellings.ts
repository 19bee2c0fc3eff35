import { bareLetters } from './letters.ts';
import { remember } from './remember.ts';

/** `"J'ai été"` → `["j", "ai", "ete"]`, `"多久 ok"` → `["多", "久", "ok"]`; other scripts without spaces stay one word. */
export const wordsOf: (text: string) => readonly string[] = remember((text) =>
  spacedLetters(text.replaceAll(/['’‘`´]/gu, ' '))
    .split(' ')
    .filter(Boolean),
);

/** The two ways in which an apostrophe is typed or left out: `j ai` and `jai`. */
export const spellings: (text: string) => readonly string[] = remember((text) => {
  const apart = wordsOf(text).join(' ');
  const together = wordsOf(text.replaceAll(/['’‘`´]/gu, '')).join(' ');
  return apart === together ? [apart] : [apart, together];
});

/** A letter unfolds into three characters at most, an Arabic ligature into eighteen: a text of those is no text. */
const oneLigature = 100;
/** What the desk lets in of a text, and a little more. */
const mostFolded = 24_000;

function spacedLetters(text: string): string {
  const most = Math.min(3 * text.length + oneLigature, mostFolded);
  return bareLetters(text, most)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\p{Script=Han}/gu, ' $& ');
}
