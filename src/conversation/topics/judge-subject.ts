import { formIn } from '../forms/dialogs.ts';
import { ourTermsIn } from '../reading/terms.ts';
import type { Situation } from '../said.ts';
import { longestMention } from '../../text/typed-words.ts';

type Known = Pick<Situation, 'knowledge'>;

/** A subject of ours: it has an answer, or an honest "nobody says". */
export function isSubject(kind: string | undefined): boolean {
  return kind === 'answer' || kind === 'gap';
}

/** Known, and none of ours: next to it, or far. */
export function isOffTopic({ knowledge }: Known, id: string | undefined): boolean {
  return knowledge.answers.get(id ?? '')?.kind === 'offtopic';
}

/** A greeting, thanks, praise: about no subject at all. */
export function isSmallTalk({ knowledge }: Known, id: string | undefined): boolean {
  return knowledge.answers.get(id ?? '')?.kind === 'smalltalk';
}

/** Next to ours (visa, bank): not answered, but whom to ask is said, and which of our subjects lie near. Weather has none. */
export function isNeighbour({ knowledge }: Known, id: string | undefined): boolean {
  const topic = knowledge.answers.get(id ?? '');
  return topic?.kind === 'offtopic' && topic.followUps.some((next) => isSubject(knowledge.answers.get(next)?.kind));
}

/** What may stand among choices: subjects, forms and neighbours; never weather, greetings or praise. */
export function isOffered(situation: Known, id: string): boolean {
  const { knowledge } = situation;
  return isSubject(knowledge.answers.get(id)?.kind) || formIn(knowledge, id) !== null || isNeighbour(situation, id);
}

/** "CPAM", "mutuelle", "insured": a name of our subject stands in the message. */
export function speaksOfOurs({
  knowledge,
  language,
  incoming,
}: Pick<Situation, 'knowledge' | 'language' | 'incoming'>): boolean {
  const ours = knowledge.reading[language]?.cues.ours ?? [];
  return [...ourTermsIn(knowledge, language), ours].some((names) => longestMention(incoming.text, names) !== null);
}
