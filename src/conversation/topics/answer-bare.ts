import type { Match } from '../../core/matching/matcher.ts';
import { personChoice } from '../person/hand-over.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { answer, topicChoice } from './answer-topic.ts';
import { askedBare, nextTopic, tellingOf, topicNamed, topicsAfter } from './find-next-topic.ts';
import { noneOfThese, sayNothingOnThat, topicAtHand } from './say-nothing-on-that.ts';
import { sayOfDecision } from './say-of-decision.ts';
import { sentenceWith } from './say-shorter.ts';

/**
 * "How long?", "who pays?": about the decision or the topic at hand. Said by its own answer, by a topic near it, or by the subject that the
 * question names itself; else that nothing says it, and where nothing was spoken of, about what. Never a guess.
 */
export async function answerBare(situation: Situation, match: Match): Promise<Said | null> {
  const bare = askedBare(situation);
  if (bare === null) return null;
  return (
    (await sayOfDecision(situation, bare)) ??
    saidAlready(situation, bare) ??
    nextTopic(situation, match) ??
    ownSubject(situation, match, bare) ??
    whateverAbout(situation, bare) ??
    nothingOnThat(situation) ??
    aboutWhat(situation, bare)
  );
}

/** The sentence of the last answer that says it, where no topic near it says more; all of it where it has several amounts. */
function saidAlready(situation: Situation, bare: string): Said | null {
  const about = topicAtHand(situation);
  const topic = situation.knowledge.answers.get(about ?? '');
  if (topic === undefined || situation.state.last?.facts != null) return null;
  const telling = tellingOf(situation, bare);
  const isWhole = isSaidWhole(situation, bare) && telling.includes(topic.id);
  if (isWhole || hasSeveralAmounts(situation, topic.id, bare)) return answer(situation, topic.id, null);
  const near = topicsAfter(situation, topic.id);
  if (!telling.includes(topic.id) && telling.some((id) => near.includes(id))) return null;
  const answered = answer(situation, topic.id, null);
  const words = situation.knowledge.reactions[situation.language]?.tells[bare] ?? [];
  const sentence = sentenceWith(situation, answered.text, words);
  return sentence === null ? null : { ...answered, text: sentence };
}

/** "What does it cover?": what says that is a list, and one of its sentences a part. */
function isSaidWhole({ speaker, language }: Situation, bare: string): boolean {
  return speaker.list(language, 'conversation:said-whole').includes(bare);
}

/** "How much will it cost me?" after an operation: "32 € once" is true of a part, and no answer. */
function hasSeveralAmounts({ speaker, language }: Situation, topic: string, bare: string): boolean {
  const list = (key: string) => speaker.list(language, `conversation:amounts.${key}`);
  return list('asked').includes(bare) && list('of').includes(topic);
}

/** "Until what time are they open?" names its subject: the topic that the matcher is sure of, where it says that. */
function ownSubject(situation: Situation, match: Match, bare: string): Said | null {
  const best = match.kind === 'answer' ? match.ranked[0]?.intent : undefined;
  const own = situation.speaker.list(situation.language, 'conversation:asked-alone');
  if (best === undefined || !own.includes(bare)) return null;
  return tellingOf(situation, bare).includes(best) ? answer(situation, best, match) : null;
}

/** "Who can I call?" has an answer, whatever was spoken of: the office's number, and a person. */
export function whateverAbout(situation: Situation, bare: string | null): Said | null {
  const topic = bare === null ? null : topicNamed(situation, `whatever-about.${bare}`);
  if (topic === null) return null;
  const answered = answer(situation, topic, null);
  return { ...answered, choices: [...answered.choices, personChoice(situation)] };
}

/** "Where?" where nothing near says where: said so, with what is near and a person; never a task that nobody asked for. */
function nothingOnThat(situation: Situation): Said | null {
  const about = topicAtHand(situation);
  if (about === null) return null;
  return sayNothingOnThat(situation, about, topicsAfter(situation, about));
}

/** "When?" where nothing was spoken of: about what, with what is asked most of that kind. */
function aboutWhat(situation: Situation, bare: string): Said {
  const telling = tellingOf(situation, bare).filter((id) => situation.knowledge.answers.has(id));
  return asking(situation, phrase(situation, 'clarify.about-what'), telling.slice(0, mostAsked));
}

function asking(situation: Situation, text: string, topics: readonly string[]): Said {
  return said('clarify', text, {
    choices: [...topics.map((id) => topicChoice(situation, id)), noneOfThese(situation)],
    next: { misses: situation.state.misses },
  });
}

const mostAsked = 3;
