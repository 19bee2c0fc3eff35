import type { Match } from '../../core/matching/matcher.ts';
import { clearLead, isOfSubject, kindAsked, rankedAfter, tellingOf, topicsAfter } from './find-next-topic.ts';
import type { Situation } from '../said.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** "Is it mandatory?" after "what is RC": a short message that names its subject by a pronoun. */
const longestReference = 9;

/**
 * The topic that a pronoun leads to: among those that belong to the last one, the likeliest with its title as context.
 * Null where there is no pronoun, or where another subject is likelier even so.
 */
export function topicReferredTo(situation: Situation, match: Match): string | null {
  const { state, knowledge, language, incoming } = situation;
  const about = state.last?.intent ?? '';
  const pronouns = knowledge.reading[language]?.cues.reference ?? [];
  if (!knowledge.answers.has(about) || wordsOf(incoming.text).length > longestReference) return null;
  if (longestMention(incoming.text, pronouns) === null) return null;
  if (namesAnother(situation, about, match)) return null;
  const near = familyOf(situation, about);
  if (near.has(match.ranked[0]?.intent ?? '') && match.kind === 'answer') return null;
  const [best] = rankedAfter(situation, about).filter(({ intent }) => intent !== about);
  return best !== undefined && near.has(best.intent) && best.score >= clearLead ? best.intent : null;
}

/** "How much is it, the mutuelle?" after RC: the likeliest topic says that of what is named, which the last one's title does not name. */
function namesAnother(situation: Situation, about: string, { ranked }: Match): boolean {
  const { knowledge, language, incoming } = situation;
  const best = ranked[0]?.intent ?? '';
  if (isOfSubject(best, about) || !tellingOf(situation, kindAsked(situation)).includes(best)) return false;
  const { synonyms = [] } = knowledge.vocabulary[language] ?? {};
  const titled = (id: string, names: readonly string[]) =>
    longestMention(knowledge.answers.get(id)?.title[language] ?? '', names) !== null;
  return synonyms.some(
    (names) => longestMention(incoming.text, names) !== null && titled(best, names) && !titled(about, names),
  );
}

/** What follows the topic, what it follows, and what carries the same first word in its id (`rc-what`, `rc-price`). */
export function familyOf(situation: Situation, about: string): ReadonlySet<string> {
  const { answers } = situation.knowledge;
  const after = topicsAfter(situation, about);
  const further = after.flatMap((id) => topicsAfter(situation, id));
  const before = [...answers.values()].filter(({ followUps }) => followUps.includes(about)).map(({ id }) => id);
  const same = [...answers.keys()].filter((id) => isOfSubject(id, about));
  const all = [...after, ...further, ...before, ...same].filter((id) => id !== about && answers.has(id));
  return new Set(all);
}
