import { sentencesOf } from '../../text/sentences.ts';
import { answersIn } from '../answers-in.ts';
import { finding, type Rule } from './finding.ts';
import { withoutListMarks, wordCount } from './prose.ts';

/**
 * Words in a sentence. No library that is kept measures French and English alike (syllable counts exist for English only),
 * so the length of sentences, half of every reading formula, is what is measured.
 */
const longest = 25;

export const readingLevel: Rule = ({ shelves, speaker, on }) =>
  answersIn(shelves).flatMap(({ language, file, versions }) =>
    versions.flatMap(({ text, path, from }) =>
      sentencesOf(withoutListMarks(speaker.render(language, text, from ?? on))).flatMap((sentence) => {
        const words = wordCount(sentence);
        if (words <= longest) return [];
        const message = `a sentence of ${words} words, at most ${longest}: cut it in two. "${sentence.slice(0, 60)}…"`;
        const plain = { key: 'long-sentence', values: { words, longest, sentence: `${sentence.slice(0, 60)}…` } };
        return [finding('reading-level', file, path, message, plain)];
      }),
    ),
  );
