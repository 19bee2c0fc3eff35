import { says } from '../../text/typed-words.ts';
import { oneOfLanguages } from '../../voice/language-names.ts';
import { starters } from '../commands/offer-starters.ts';
import type { Choice } from '../reply.ts';
import { choiceOf } from '../choices/choice-value.ts';
import type { Asked, Listener } from '../listener.ts';
import { allTerms } from '../reading/terms.ts';
import { said } from '../said.ts';
import { topicChoice } from '../topics/answer-topic.ts';
import { matchQuestion } from '../topics/match-question.ts';
import { isOffered } from '../topics/judge-subject.ts';

/**
 * A language that we do not answer in: said in it, with the likeliest topics in the language that something was answered in
 * before, else the desk's first, and the languages that we do answer in.
 */
export const foreignLanguage: Listener = {
  name: 'foreign-language',
  hear: (asked) => {
    const { foreign, match, knowledge, state } = asked;
    const sorry = foreign === null || match.kind === 'answer' ? undefined : knowledge.otherLanguages[foreign];
    if (foreign === null || sorry === undefined) return null;
    const language = (state.last === null ? null : state.language) ?? knowledge.languages[0];
    const topics = topicsNear({ ...asked, language }).slice(0, mostTopics);
    return said('clarify', sorry.replace('{{languages}}', oneOfLanguages(foreign, knowledge.languages)), {
      choices: [...topics, ...languageChoices(asked)],
      next: { language },
    });
  },
};

/**
 * Of a language that the matcher has not learned it knows what is borrowed: "carte Vitale", "EHIC". The rest is noise to it:
 * where nothing is borrowed, what is asked most is the likeliest.
 */
function topicsNear(asked: Asked): readonly Choice[] {
  const { text } = asked.incoming;
  const terms = allTerms(asked.knowledge).filter((term) => says(text, term));
  if (terms.length === 0) return starters(asked);
  const { ranked } = matchQuestion(asked, [...new Set(terms)].join(' '));
  const likeliest = ranked.map(({ intent }) => intent).filter((id) => isOffered(asked, id));
  return likeliest.map((id) => topicChoice(asked, id));
}

function languageChoices({ knowledge }: Asked) {
  return knowledge.languages.map((language) =>
    choiceOf(knowledge.vocabulary[language]?.name ?? language, { kind: 'language', language }),
  );
}

const mostTopics = 3;
