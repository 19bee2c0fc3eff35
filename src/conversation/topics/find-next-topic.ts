import type { Match, Ranked } from '../../core/matching/matcher.ts';
import { answer, titleOf, topicChoice } from './answer-topic.ts';
import { choiceOf } from '../choices/choice-value.ts';
import { isWhole } from '../commands/read-command.ts';
import { sentenceWith } from './say-shorter.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** A follow-up leans on what was said: it is short, or opens with "and if", "what about", "actually". */
const shortFollowUp = 5;
const openingWords = 4;
/** Among the topics that follow the last one, a lead this clear is an answer. */
export const clearLead = 0.2;

/** "Who pays the difference?" after an answer or in a form: looked for among the topics that follow what was said. */
export function nextTopic(situation: Situation, match: Match): Said | null {
  const { state } = situation;
  const about = situation.dialogs.standing(state.dialogs)?.dialog ?? state.last?.intent;
  if (about === undefined || !leansOnLast(situation)) return null;
  const named = topicsAfter(situation, about);
  const close = state.last?.intent === about ? state.last.close : [];
  const further = named.flatMap((id) => topicsAfter(situation, id));
  const others = (ids: readonly string[]) => ids.filter((id) => id !== about && situation.knowledge.answers.has(id));
  const bare = askedBare(situation);
  const next =
    asked(situation, bare, others(named)) ??
    asked(situation, bare, others(state.last?.intent === about ? (state.last.before ?? []) : [])) ??
    asked(situation, bare, others(further)) ??
    asked(situation, bare, others(ofOneGroup(situation, about))) ??
    (bare === null ? mostLikely(situation, about, others([...named, ...close]), match) : null);
  return next === null ? null : answer(situation, next, match);
}

/** "Until what time are they open?" names its subject: the topic that the matcher is sure of, where it says that. */
export function ownSubject(situation: Situation, match: Match): Said | null {
  const bare = askedBare(situation);
  const best = match.kind === 'answer' ? match.ranked[0]?.intent : undefined;
  const own = situation.speaker.list(situation.language, 'conversation:asked-alone');
  if (bare === null || best === undefined || !own.includes(bare)) return null;
  return tellingOf(situation, bare).includes(best) ? answer(situation, best, match) : null;
}

/** "Where?" where nothing near says where: said so, with what is near; never a task that nobody asked for. */
export function nothingOnThat(situation: Situation): Said | null {
  const { state, knowledge } = situation;
  const about = state.last?.intent;
  if (about === undefined || askedBare(situation) === null) return null;
  if (knowledge.answers.get(about)?.kind === 'smalltalk') return null;
  const near = topicsAfter(situation, about).filter((id) => knowledge.answers.has(id));
  const choices = near.slice(0, mostOffered).map((id) => topicChoice(situation, id));
  return said('clarify', phrase(situation, 'clarify.nothing-on-that', { topic: titleOf(situation, about) }), {
    choices: [...choices, choiceOf(phrase(situation, 'choice.none'), { kind: 'command', command: 'none' })],
    next: { misses: state.misses },
  });
}

const mostOffered = 2;

/** "When?" where nothing was spoken of: about what, with what is asked most of that kind; never a guess. */
export function aboutWhat(situation: Situation): Said | null {
  const { state, knowledge } = situation;
  if (state.last !== null && knowledge.answers.get(state.last.intent)?.kind !== 'smalltalk') return null;
  const telling = tellingOf(situation, askedBare(situation)).filter((id) => knowledge.answers.has(id));
  return said('clarify', phrase(situation, 'clarify.about-what'), {
    choices: [
      ...telling.slice(0, mostAsked).map((id) => topicChoice(situation, id)),
      choiceOf(phrase(situation, 'choice.none'), { kind: 'command', command: 'none' }),
    ],
    next: { misses: state.misses },
  });
}

const mostAsked = 3;

/** "How long?" after an answer that says it: the sentence that does, before any other subject. */
export function saidAlready(situation: Situation): Said | null {
  const { state, knowledge, language, speaker, incoming } = situation;
  const about = state.last?.facts == null ? state.last?.intent : undefined;
  const topic = knowledge.answers.get(about ?? '');
  const bare = askedBare(situation);
  if (topic === undefined || topic.kind === 'smalltalk' || bare === null) return null;
  const near = topicsAfter(situation, topic.id);
  const telling = tellingOf(situation, bare);
  if (!telling.includes(topic.id) && telling.some((id) => near.includes(id))) return null;
  const words = knowledge.reactions[language]?.tells[bare] ?? [];
  const template = (topic.text[language] ?? Object.values(topic.text)[0])?.answer ?? '';
  const sentence = sentenceWith(speaker.render(language, template, incoming.on), words);
  if (sentence === null) return null;
  return { ...answer(situation, topic.id, null), text: sentence };
}

/** Whether the message opens with "and if", "what about", "no, I meant". */
export function opensAsFollowUp({ knowledge, language, incoming }: Situation): boolean {
  const cues = knowledge.reading[language]?.cues;
  const opening = wordsOf(incoming.text).slice(0, openingWords).join(' ');
  return cues !== undefined && longestMention(opening, [...cues.followUp, ...cues.correction]) !== null;
}

export function leansOnLast(situation: Situation): boolean {
  const words = wordsOf(situation.incoming.text).length;
  return words > 0 && (words <= shortFollowUp || askedBare(situation) !== null || opensAsFollowUp(situation));
}

/** "By when?": a whole message that asks something and does not say about what; the kind of thing that it asks. */
export function askedBare({ incoming, knowledge, language }: Situation): string | null {
  const reading = knowledge.reading[language];
  if (reading === undefined) return null;
  const kinds = Object.entries(reading.elliptical);
  return kinds.find(([, phrases]) => isWhole(incoming.text, phrases, reading))?.[0] ?? null;
}

/** An answer's own follow-ups, then the topics that the phrases name after it; those alone after a form. */
export function topicsAfter({ knowledge, speaker, language }: Situation, about: string): readonly string[] {
  const key = `conversation:next.${about}`;
  const more = speaker.has(language, key) ? speaker.list(language, key) : [];
  return [...new Set([...(knowledge.answers.get(about)?.followUps ?? []), ...more])];
}

/** The topics that lie in one group with it. */
function ofOneGroup({ knowledge }: Situation, about: string): readonly string[] {
  const group = knowledge.answers.get(about)?.topic;
  return [...knowledge.answers.values()].filter(({ topic }) => topic === group).map(({ id }) => id);
}

/** The message as it is understood after a topic: with the topic's title beside it. */
export function rankedAfter({ knowledge, language, incoming, matcher }: Situation, about: string): readonly Ranked[] {
  const title = knowledge.answers.get(about)?.title[language] ?? '';
  return matcher.match(`${incoming.text} ${title}`, { language }).ranked;
}

/** By the matcher, with the last topic's title as context, unless the message by itself is close to other topics. */
function mostLikely(situation: Situation, about: string, near: readonly string[], match: Match): string | null {
  const isOfOthers = match.kind === 'clarify' && !match.ranked.some(({ intent }) => near.includes(intent));
  const [best] = [...match.ranked, ...(isOfOthers ? [] : rankedAfter(situation, about))]
    .filter(({ intent, score }) => near.includes(intent) && score >= clearLead)
    .sort((a, b) => b.score - a.score || (a.intent < b.intent ? -1 : 1));
  return best?.intent ?? null;
}

/** By what is asked: "by when?" is the nearest topic that says when. */
function asked(situation: Situation, about: string | null, near: readonly string[]): string | null {
  return tellingOf(situation, about).find((id) => near.includes(id)) ?? null;
}

/** The topics that say when, how much, where …; none for a question that names its own. */
function tellingOf({ speaker, language }: Situation, bare: string | null): readonly string[] {
  return bare === null ? [] : speaker.list(language, `conversation:asked.${bare}`);
}
