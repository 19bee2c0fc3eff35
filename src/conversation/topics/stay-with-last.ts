import { knows } from '../../core/matching/index.ts';
import type { Match } from '../../core/matching/matcher.ts';
import type { Said, Situation } from '../said.ts';
import { namedIn } from '../reading/named-in.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { holdsQuestionMark } from '../../text/question-mark.ts';
import { formOfPerson } from '../forms/find-form.ts';
import { endangeredLately } from '../state.ts';
import { wordsOf } from '../../text/typed-words.ts';
import { answer } from './answer-topic.ts';
import { clearLead, opensAsFollowUp, topicsAfter } from './find-next-topic.ts';
import { isSubject, speaksOfOurs } from './judge-subject.ts';
import { familyOf } from './resolve-pronoun.ts';
import { sayNothingOnThat, topicAtHand } from './say-nothing-on-that.ts';
import { sentenceThat } from './say-shorter.ts';

/**
 * "For my room", "any ceiling?", "due in October": a few words after an answer that name no other subject surely are about it. Said by
 * a sentence of the answer that has those words, or by a topic near it; else that nothing says it.
 */
export function stayWithLast(situation: Situation, match: Match): Said | null {
  const about = subjectAtHand(situation);
  if (about === null || !isShort(situation.incoming.text) || isOfAnother(situation, about, match)) return null;
  if (formOfPerson(situation) !== null) return null;
  const told = saidIn(situation, about);
  if (told !== null || speaksOfOurs(situation) || !isReadable(situation)) return told;
  const likely = likelyNext(situation, about, match);
  return likely === null
    ? sayNothingOnThat(situation, about, nearOf(situation, about, match))
    : answer(situation, likely, match);
}

/** Where another subject is likelier, and not surely meant: the likeliest of those that follow the last. */
function likelyNext(situation: Situation, about: string, { kind, ranked }: Match): string | null {
  const after = kind === 'answer' ? topicsAfter(situation, about) : [];
  return ranked.find(({ intent, score }) => after.includes(intent) && score >= clearLead)?.intent ?? null;
}

/** What was spoken of, or lies next to ours: no more, once a message was not understood, where the reason of a "no" is told, nor after words of danger. */
function subjectAtHand(situation: Situation): string | null {
  const { state, dialogs } = situation;
  const isTalked =
    state.misses === 0 &&
    state.rating?.stage !== 'comment' &&
    endangeredLately(state) === null &&
    state.last?.facts == null &&
    dialogs.standing(state.dialogs) === null;
  const about = isTalked ? topicAtHand(situation) : null;
  return about !== null && situation.knowledge.answers.has(about) ? about : null;
}

/** Another subject: sure enough, named by one of its names, or one that belongs to the last. */
function isOfAnother(situation: Situation, about: string, { kind, ranked }: Match): boolean {
  const [best] = ranked;
  if (kind !== 'answer' || best === undefined) return false;
  if (speaksOfOurs(situation) || best.intent === about) return true;
  const meant = situation.knowledge.answers.get(best.intent)?.kind;
  if (meant === 'smalltalk') return true;
  if (!isSubject(meant)) return best.score >= surely;
  return familyOf(situation, about).has(best.intent) || best.score >= sureOfAnother(situation);
}

/** "And with a specialist?" turns to another by itself. */
function sureOfAnother(situation: Situation): number {
  if (opensAsFollowUp(situation)) return surelyTurned;
  return isQuestion(situation, situation.incoming.text) ? surelyAsked : surely;
}

/** The sentence of the last answer that has all words of the message that name something; of what is told, one of that case: "Paid already? …" */
function saidIn(situation: Situation, about: string): Said | null {
  const named = namedIn(situation);
  if (named.length === 0) return null;
  const isAsked = isQuestion(situation, situation.incoming.text);
  const answered = answer(situation, about, null);
  const sentence = sentenceThat(situation, answered.text, (one) => {
    const there = new Set(situation.matcher.stems(one));
    return (isAsked || holdsQuestionMark(one)) && named.every((stem) => there.has(stem));
  });
  return sentence === null ? null : { ...answered, text: sentence };
}

/** Those near the last that the message is likeliest about, then those that follow it. */
function nearOf(situation: Situation, about: string, { ranked }: Match): readonly string[] {
  const family = [...familyOf(situation, about)].filter((id) => isSubject(situation.knowledge.answers.get(id)?.kind));
  const likely = ranked.filter(({ intent, score }) => family.includes(intent) && score >= worthOffering);
  return [...new Set([...likely.map(({ intent }) => intent), ...topicsAfter(situation, about)])];
}

/** Most of its words are in a dictionary: of what is no language nothing can be said. */
function isReadable({ knowledge, incoming }: Situation): boolean {
  const dictionaries = Object.values(knowledge.words);
  const words = wordsOf(incoming.text);
  const known = words.filter((word) => dictionaries.some((dictionary) => knows(dictionary, word)));
  return 2 * known.length >= words.length;
}

/** Where words are not spaced, two characters are one. */
function isShort(text: string): boolean {
  const words = wordsOf(text);
  const unspaced = words.filter((word) => /\p{Script=Han}/u.test(word)).length;
  const count = words.length - unspaced / 2;
  return count > 0 && count <= fewWords;
}

const fewWords = 5;
const worthOffering = 0.1;
/** So sure, a few words that ask are about another subject of ours; about none of ours, or told, only when surer still. */
const surelyAsked = 0.75;
const surelyTurned = 0.6;
const surely = 0.9;
