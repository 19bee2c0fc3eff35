import { sentencesOf } from '../../text/sentences.ts';
import { finding, type Rule } from './finding.ts';
import { withoutListMarks } from './prose.ts';

/**
 * Words in a sentence. No library that is kept measures French and English alike (syllable counts exist for English only),
 * so the length of sentences, half of every reading formula, is what is measured.
 */
const longest = 25;

export const readingLevel: Rule = ({ shelves, speaker, on }) =>
  [...shelves.answers].flatMap(([key, { file, value }]) =>
    sentencesOf(withoutListMarks(speaker.render(key.slice(0, 2), value.answer, on))).flatMap((sentence) => {
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      if (words <= longest) return [];
      const message = `a sentence of ${words} words, at most ${longest}: cut it in two. "${sentence.slice(0, 60)}…"`;
      return [finding('reading-level', file, ['answer'], message)];
    }),
  );
