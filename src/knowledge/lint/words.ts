import { answersIn } from '../answers-in.ts';
import { formOf, moreInTranslation, mostWords } from '../form-of-answer.ts';
import { finding, type Rule } from './finding.ts';
import { wordCount } from './prose.ts';

/** A simple fact is said in a breath; steps and lists in three. */
export const words: Rule = ({ shelves, knowledge, speaker, on }) =>
  answersIn(shelves).flatMap(({ language, kind, form, file, versions }) => {
    if (kind !== 'answer' && kind !== 'gap') return [];
    const more = knowledge.originals.includes(language) ? 1 : moreInTranslation;
    return versions.flatMap(({ text, path, from }) => {
      const as = formOf(form, text);
      const longest = mostWords[as] * more;
      const count = wordCount(speaker.render(language, text, from ?? on));
      const found = (message: string, key: string, values = {}) =>
        finding('words', file, path, message, { key, values });
      return [
        ...(count <= longest
          ? []
          : [
              found(
                `${count} words as it is read, at most ${longest} ${whatFor[as]}: say less${whatElse[as]}`,
                'words',
                {
                  words: count,
                  longest,
                },
              ),
            ]),
        ...(as === 'list' && (text.match(/^\s*[-*]\s/gm) ?? []).length < 2
          ? [
              found(
                'its topic says `form: list`, and fewer than two points are listed: list them, or take it away',
                'no-list',
              ),
            ]
          : []),
      ];
    });
  });

const whatFor = { fact: 'for a simple fact', steps: 'for steps', list: 'for a list' } as const;

const whatElse = {
  fact: ', number its steps, or write `form: list` in its topic if a reader needs one of several',
  steps: ', or make two topics of it',
  list: ', or make two topics of it',
} as const;
