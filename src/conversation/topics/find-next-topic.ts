import type { Match, Ranked } from '../../core/matching/matcher.ts';
import { answer } from './answer-topic.ts';
import { lastDecision } from '../forms/look-back.ts';
import { isWhole } from '../commands/read-command.ts';
import { bareKind } from '../reading/ask-bare.ts';
import type { Said, Situation } from '../said.ts';
import { isSubject } from './judge-subject.ts';
import { longestMention, opensWith, wordsOf } from '../../text/typed-words.ts';

/** A follow-up leans on what was said: it is short, or opens with "and if", "what about", "actually". */
const shortFollowUp = 5;
const openingWords = 4;
/** Among the topics that follow the last one, a lead this clear is an answer. */
export const clearLead = 0.2;

/** "Who pays the difference?" after an answer or in a form: looked for among the topics that follow what was said. */
export function nextTopic(situation: Situation, match: Match): Said | null {
  if (!leansOnLast(situation)) return null;
  const next = spokenOf(situation)
    .map((about) => topicNext(situation, match, about))
    .find((topic) => topic !== null);
  return next == null ? null : answer(situation, next, match);
}

/** In a form what was answered in its midst, then the form; elsewhere what was said last. */
function spokenOf({ dialogs, state }: Situation): readonly string[] {
  const form = dialogs.standing(state.dialogs)?.dialog;
  const last = form === undefined || state.last?.aside === true ? state.last?.intent : undefined;
  return [last, form].filter((about) => about !== undefined);
}

function topicNext(situation: Situation, match: Match, about: string): string | null {
  const { state } = situation;
  const named = topicsAfter(situation, about);
  const close = state.last?.intent === about ? state.last.close : [];
  const others = (ids: readonly string[]) => ids.filter((id) => id !== about && situation.knowledge.answers.has(id));
  const bare = askedBare(situation);
  return (
    asked(situation, about, bare, others(named)) ??
    asked(situation, about, bare, others(ofFamily(situation, about))) ??
    asked(situation, about, bare, others(ofThread(situation, about))) ??
    (bare === null ? mostLikely(situation, about, others([...named, ...close]), match) : null)
  );
}

/** Whether the message opens with "and if", "what about", "no, I meant". */
export function opensAsFollowUp({ knowledge, language, incoming }: Situation): boolean {
  const cues = knowledge.reading[language]?.cues;
  const opening = wordsOf(incoming.text).slice(0, openingWords).join(' ');
  return cues !== undefined && [cues.followUp, cues.correction].some((list) => longestMention(opening, list) !== null);
}

export function leansOnLast(situation: Situation): boolean {
  const words = wordsOf(situation.incoming.text).length;
  return words > 0 && (words <= shortFollowUp || askedBare(situation) !== null || opensAsFollowUp(situation));
}

/**
 * "By when?": a whole message that asks something and does not say about what; the kind of thing that it asks. After a topic or a
 * decision also in words of one's own: "and it cost how much".
 */
export function askedBare({ incoming, knowledge, language, state }: Situation): string | null {
  const reading = knowledge.reading[language];
  if (reading === undefined) return null;
  const kinds = Object.entries(reading.elliptical);
  const whole = kinds.find(([, phrases]) => isWhole(incoming.text, phrases, reading))?.[0];
  const isAtHand =
    isSubject(knowledge.answers.get(state.last?.intent ?? '')?.kind) || lastDecision({ state, knowledge }) !== null;
  return whole ?? (isAtHand ? bareKind(incoming.text, reading) : null);
}

/** "Where do I get one?": the kind of thing that a question opens with asking; null where it opens otherwise. */
export function kindAsked({ incoming, knowledge, language }: Situation): string | null {
  const kinds = Object.entries(knowledge.reading[language]?.elliptical ?? {});
  const openings = kinds.flatMap(([kind, phrases]) => phrases.map((opening) => ({ kind, opening })));
  const heard = openings.filter(({ opening }) => opensWith(incoming.text, opening));
  return heard.sort((a, b) => b.opening.length - a.opening.length)[0]?.kind ?? null;
}

/** An answer's own follow-ups, then the topics that the phrases name after it; those alone after a form. */
export function topicsAfter({ knowledge, speaker, language }: Situation, about: string): readonly string[] {
  const more = named({ speaker, language }, `next.${about}`);
  return [...new Set([...(knowledge.answers.get(about)?.followUps ?? []), ...more])];
}

/** The topic that the phrases name for something: the first of which there is an answer. */
export function topicNamed(situation: Situation, key: string): string | null {
  return named(situation, key).find((id) => situation.knowledge.answers.has(id)) ?? null;
}

function named({ speaker, language }: Pick<Situation, 'speaker' | 'language'>, key: string): readonly string[] {
  const path = `conversation:${key}`;
  return speaker.has(language, path) ? speaker.list(language, path) : [];
}

/** What was spoken of before it where that led to it, and what follows that: "how much is it?" after the papers and the wait. */
function ofThread(situation: Situation, about: string): readonly string[] {
  const { state, knowledge } = situation;
  const group = knowledge.answers.get(about)?.topic;
  const before = state.last?.intent === about ? (state.last.before ?? []) : [];
  const led = before.filter(
    (id) => knowledge.answers.get(id)?.topic === group || topicsAfter(situation, id).includes(about),
  );
  return [...led, ...led.flatMap((id) => topicsAfter(situation, id))];
}

/**
 * The topics of the same subject, those that it follows, and in its group what follows those after it: what lies farther is another
 * subject, whatever it tells.
 */
function ofFamily(situation: Situation, about: string): readonly string[] {
  const { answers } = situation.knowledge;
  const near = [...answers.values()].filter(({ id, followUps }) => isOfSubject(id, about) || followUps.includes(about));
  const further = topicsAfter(situation, about).flatMap((id) => topicsAfter(situation, id));
  const group = answers.get(about)?.topic;
  return [...near.map(({ id }) => id), ...further.filter((id) => answers.get(id)?.topic === group)];
}

/** The message as it is understood after a topic: with the topic's title beside it. */
export function rankedAfter({ knowledge, language, incoming, matcher }: Situation, about: string): readonly Ranked[] {
  const title = knowledge.answers.get(about)?.title[language] ?? '';
  return matcher.match(`${incoming.text} ${title}`).ranked;
}

/** By the matcher, with the last topic's title as context, unless the message by itself is close to other topics. */
function mostLikely(situation: Situation, about: string, near: readonly string[], match: Match): string | null {
  const isOfOthers = match.kind !== 'answer' && !match.ranked.some(({ intent }) => near.includes(intent));
  const [best] = [...match.ranked, ...(isOfOthers ? [] : rankedAfter(situation, about))]
    .filter(({ intent, score }) => near.includes(intent) && score >= clearLead)
    .sort((a, b) => b.score - a.score || (a.intent < b.intent ? -1 : 1));
  return best?.intent ?? null;
}

/** By what is asked: "by when?" is the nearest topic that says when, one of the same subject before another. */
function asked(situation: Situation, about: string, bare: string | null, near: readonly string[]): string | null {
  const telling = tellingOf(situation, bare).filter((id) => near.includes(id));
  return telling.find((id) => isOfSubject(id, about)) ?? telling[0] ?? null;
}

/** `rc-price` and `rc-what`. */
export function isOfSubject(id: string, about: string): boolean {
  return id.startsWith(`${about.split('-')[0] ?? about}-`);
}

/** The topics that say when, how much, where …; none for a question that names its own. */
export function tellingOf({ speaker, language }: Situation, bare: string | null): readonly string[] {
  return bare === null ? [] : speaker.list(language, `conversation:asked.${bare}`);
}
