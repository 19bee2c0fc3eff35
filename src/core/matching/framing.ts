import { everyWording } from '../../text/every-wording.ts';
import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import type { LanguageData } from './matcher.ts';
import { rewrite, writeRules, type Rewriter, type WrittenRules } from './rewrite.ts';

/**
 * Greetings, and what asks before the question does ("could you tell me"): they say nothing of what is asked. Every wording of it
 * is left out; kept with what is learned, for there are tens of thousands of them.
 */
export function framingIn(languages: readonly LanguageData[]): WrittenRules {
  const wordings = languages.flatMap(({ framing }) => framing.flatMap(everyWording));
  return writeRules(wordings.map((wording) => [segment(fold(wording)), nothing] as const));
}

/** A text without its framing; one that is hardly more is left as it is, for then that is what is said. */
export function withoutFraming(framing: Rewriter, words: readonly string[]): readonly string[] {
  const bare = rewrite(framing, words);
  return bare.length >= fewestLeft ? bare : words;
}

const fewestLeft = 2;
const nothing: readonly string[] = [];
