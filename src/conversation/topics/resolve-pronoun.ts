import type { Match } from '../../core/matching/matcher.ts';
import { clearLead, isOfSubject, kindAsked, rankedAfter, tellingOf, topicsAfter } from './find-next-topic.ts';
import type { Situation } from '../said.ts';
import { namedIn } from '../reading/named-in.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { isOffTopic } from './judge-subject.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** "Is it mandatory?" after "what is RC": a short message that names its subject by a pronoun. */
const longestReference = 9;
/** So sure with its title beside a message that says something of it, what was spoken of last is what the pronoun stands for. */
const surelyThat = 0.6;
/** Less sure of what is not ours, a message with a pronoun is about what was spoken of. */
const surelyElse = 0.75;

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
  const [first, ...rest] = rankedAfter(situation, about);
  const best = first?.intent === about ? rest[0] : first;
  if (best !== undefined && near.has(best.intent) && best.score >= clearLead) return best.intent;
  const isThat = first?.intent === about && first.score >= surelyThat;
  return isThat && asksOfIt(situation) && !isOfAnother(situation, match) ? about : null;
}

/** "Can I renew it?", where "can he do that?" says nothing of it. */
function asksOfIt(situation: Situation): boolean {
  return isQuestion(situation, situation.incoming.text) && namedIn(situation).length > 0;
}

/** Another subject of ours, or surely one that is not: "how do I get a new one?" is near to none after a card that was lost. */
function isOfAnother(situation: Situation, { kind, ranked }: Match): boolean {
  const [best] = ranked;
  if (kind !== 'answer' || best === undefined) return false;
  return !isOffTopic(situation, best.intent) || best.score >= surelyElse;
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
