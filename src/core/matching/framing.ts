import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import type { LanguageData } from './matcher.ts';
import { createRewriter, rewrite, type Rewriter } from './rewrite.ts';

/** Greetings, and what asks before the question does ("could you tell me"): they say nothing of what is asked. */
export function framingOf(languages: readonly LanguageData[]): Rewriter {
  return createRewriter(
    languages.flatMap(({ framing }) => framing.map((phrase) => [segment(fold(phrase)), []] as const)),
  );
}

/** A text without its framing; one that is hardly more is left as it is, for then that is what is said. */
export function withoutFraming(framing: Rewriter, words: readonly string[]): readonly string[] {
  const bare = rewrite(framing, words);
  return bare.length >= fewestLeft ? bare : words;
}

const fewestLeft = 2;
