import type { Match } from '../../core/matching/matcher.ts';
import type { Answer } from '../../knowledge/schema.ts';
import { textOn } from '../../knowledge/text-on.ts';
import { saysAnAge } from '../reading/ask-of-age.ts';
import { phrase, type Said, type Situation } from '../said.ts';
import { answerFirst } from './answer-first.ts';
import { answer, titleOf } from './answer-topic.ts';
import { isOfSubject, topicNamed, topicsAfter } from './find-next-topic.ts';
import { isSubject } from './judge-subject.ts';
import { sayNothingOnThat } from './say-nothing-on-that.ts';

/**
 * "And if I am over 26?" after an answer: what that answer says of age, or one of its subject. The age limit of registering where that
 * was spoken of; else that the answer names no age.
 */
export async function answerAge(situation: Situation, match: Match): Promise<Said | null> {
  const topic = spokenOf(situation);
  const reading = situation.knowledge.reading[situation.language];
  if (topic === null || reading === undefined || !saysAnAge(situation.incoming.text, reading)) return null;
  if (namesAge(situation, topic)) return withItsAge(situation, topic);
  const limit = topicNamed(situation, 'of-age.say');
  const after = situation.speaker.list(situation.language, 'conversation:of-age.after');
  if (limit !== null && after.includes(topic.topic)) return answerFirst(situation, limit, match);
  const near = topicsAfter(situation, topic.id).filter((id) => isOfSubject(id, topic.id));
  const next = near.map((id) => situation.knowledge.answers.get(id)).find((one) => one && namesAge(situation, one));
  return next === undefined ? namingNone(situation, topic) : withItsAge(situation, next);
}

/** The last answer, where no decision was made and no form stands open. */
function spokenOf({ state, knowledge, dialogs }: Situation): Answer | null {
  if (dialogs.standing(state.dialogs) !== null || state.last?.facts != null) return null;
  const topic = knowledge.answers.get(state.last?.intent ?? '');
  return topic !== undefined && isSubject(topic.kind) ? topic : null;
}

/** Its one part that names an age, all of it where several do. */
function withItsAge(situation: Situation, topic: Answer): Said {
  const answered = answer(situation, topic.id, null);
  const naming = partsOf(situation, topic).filter((part) => holdsAge(situation, part));
  const [only = ''] = naming;
  const part = situation.speaker.render(situation.language, only.replace(listMark, ''), situation.incoming.on);
  const text = phrase(situation, 'age.named', { text: naming.length > 1 ? answered.text : part });
  return { ...answered, text };
}

function namingNone(situation: Situation, topic: Answer): Said {
  const said = sayNothingOnThat(situation, topic.id, topicsAfter(situation, topic.id));
  return { ...said, text: phrase(situation, 'age.none', { topic: titleOf(situation, topic.id) }) };
}

function namesAge(situation: Situation, topic: Answer): boolean {
  return partsOf(situation, topic).some((part) => holdsAge(situation, part));
}

/** Its paragraphs and the entries of its lists, as they are written. */
function partsOf({ language, incoming }: Situation, topic: Answer): readonly string[] {
  const found = textOn(topic, language, incoming.on);
  return found.kind === 'text' ? found.text.split('\n').filter((line) => line.trim() !== '') : [];
}

/** An age of today: one of a day that has passed is history. */
function holdsAge({ knowledge }: Situation, text: string): boolean {
  return Array.from(text.matchAll(rateOfToday), ([, rate = '']) => knowledge.rates[rate]?.unit).includes('age');
}

const rateOfToday = /\{\{rate ([a-z0-9-]+)(?: bare)?\}\}/g;
const listMark = /^\s*(?:[-*•]|\d+\.)\s+/;
