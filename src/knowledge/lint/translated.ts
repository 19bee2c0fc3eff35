import { answerFile } from '../layout.ts';
import type { Rule } from './finding.ts';

/** A topic without a text in a language of the desk: whoever reads that language is answered by the original. */
export const translated: Rule = ({ shelves, knowledge: { languages, originals, desk } }) =>
  [...shelves.topics.keys()].flatMap((topic) =>
    languages
      .filter((language) => !originals.includes(language) && !shelves.answers.has(`${language}/${topic}`))
      .map((language) => ({
        rule: 'translated',
        file: answerFile(language, topic),
        line: null,
        field: '',
        message: `not translated: ${desk.name} answers it in ${originals[0]}; write it, or answer in fewer languages`,
      })),
  );
