import { choiceOf } from '../choices/choice-value.ts';
import type { Listener } from '../listener.ts';
import { said } from '../said.ts';

/** A language that we do not answer in: said in it, with the languages that we do. */
export const foreignLanguage: Listener = {
  name: 'foreign-language',
  hear: ({ foreign, match, knowledge }) => {
    const sorry = foreign === null || match.kind === 'answer' ? undefined : knowledge.otherLanguages[foreign];
    if (sorry === undefined) return null;
    return said('clarify', sorry, {
      choices: knowledge.languages.map((language) =>
        choiceOf(knowledge.vocabulary[language]?.name ?? language, { kind: 'language', language }),
      ),
    });
  },
};
