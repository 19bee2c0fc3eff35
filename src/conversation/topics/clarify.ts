import type { Match } from '../../core/matching/matcher.ts';
import { scores, titleOf, topicChoice } from './answer-topic.ts';
import { topicsAfter } from './find-next-topic.ts';
import { isNeighbour, isOffered, isSubject, speaksOfOurs } from './judge-subject.ts';
import { choiceOf } from '../choices/choice-value.ts';
import { personChoice } from '../person/hand-over.ts';
import { topicAtHand } from './say-nothing-on-that.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { wordsOf } from '../../text/typed-words.ts';

/** More than three subjects are a menu. */
export const mostCandidates = 3;

/**
 * Who names our subject and is not understood is asked which of the three nearest they mean: of such messages four in five mean
 * one of them, and of those that name nothing of ours as many mean nothing of ours.
 */
export function isWorthAsking(situation: Situation, { ranked }: Match): boolean {
  const nearest = ranked.slice(0, mostCandidates);
  const [best] = nearest;
  if (best === undefined || !isSubject(situation.knowledge.answers.get(best.intent)?.kind)) return false;
  const together = nearest.reduce((sum, { score }) => sum + score, 0);
  return together >= nearTogether && speaksOfOurs(situation);
}

type Heard = Pick<Situation, 'knowledge' | 'language' | 'incoming' | 'state'>;

/**
 * A subject that is found in a message which names nothing of ours, out of the blue: as often as not the message is about
 * anything else ("repeat a year and pay again").
 */
export function isBarelyMeant(situation: Heard, { kind, ranked }: Match): boolean {
  const [best] = ranked;
  if (kind === 'decline' || best === undefined || best.score >= surelyMeant) return false;
  const isOurs = isSubject(situation.knowledge.answers.get(best.intent)?.kind);
  const isShort = wordsOf(situation.incoming.text).length <= fewWords;
  return isOurs && isShort && topicAtHand(situation) === null && !speaksOfOurs(situation);
}

export function askWhetherMeant(situation: Situation, match: Match): Said {
  const subjects = nearestSubjects(situation, match);
  return askBetween(situation, subjects, subjects.length > 1 ? 'clarify.question' : 'clarify.one', match);
}

/** "Did you mean …": the subjects that are close in the student's words, the likeliest first; a refusal where none is. */
export function whichOne(situation: Situation, match: Match): Said {
  const subjects = subjectsAmong(situation, match);
  return subjects.length < 2 ? decline(situation, match) : askBetween(situation, subjects, 'clarify.question', match);
}

/** What may be meant, where that it is none of ours is not far likelier ("the president of America?"). */
function subjectsAmong(situation: Situation, { candidates }: Match): readonly string[] {
  const { answers } = situation.knowledge;
  const foreign = candidates.find(({ intent }) => answers.get(intent)?.kind === 'offtopic')?.score ?? 0;
  return candidates
    .filter(({ intent, score }) => isOffered(situation, intent) && score * farLess >= foreign)
    .map(({ intent }) => intent);
}

export function askBetween(
  situation: Situation,
  candidates: readonly string[],
  question: string,
  match: Match | null,
): Said {
  const choices = candidates.slice(0, mostCandidates).map((id) => topicChoice(situation, id));
  return said('clarify', phrase(situation, question), {
    intent: null,
    choices: [...choices, choiceOf(phrase(situation, 'choice.none'), { kind: 'command', command: 'none' })],
    ...scores(match, null),
  });
}

/**
 * What is not answered, and why: next to our subject, ours without an answer, not ours. The nearest subjects and a person
 * stand below; from the second time in a row the person is what is asked about; it never asks to rephrase again.
 */
export function decline(situation: Situation, match: Match | null, why: string | null = null): Said {
  const misses = situation.state.misses + 1;
  const near = match === null ? [] : nearestSubjects(situation, match);
  const [key, values] = why === null ? reasonOf(situation, match, near) : [why, {}];
  const texts = [phrase(situation, key, values), ...(misses > 1 ? [phrase(situation, 'decline.person')] : [])];
  const help = choiceOf(phrase(situation, 'choice.help'), { kind: 'command', command: 'help' });
  const offered = key === 'decline.lost' ? subjectsAfterLast(situation) : near;
  const choices = offered.length > 0 ? offered.map((id) => topicChoice(situation, id)) : misses === 1 ? [help] : [];
  return said('decline', texts.join('\n\n'), {
    choices: [...choices, personChoice(situation)],
    feedback: true,
    ...scores(match, null),
    next: { misses },
  });
}

/**
 * What is said is true: a neighbour by its name, ours when a subject is near or its words were used; in a talk about ours not
 * understood, whatever it is; else not ours.
 */
function reasonOf(
  situation: Situation,
  match: Match | null,
  near: readonly string[],
): [key: string, values: Readonly<Record<string, string>>] {
  const best = match?.ranked[0]?.intent;
  if (best !== undefined && near[0] === best && isNeighbour(situation, best))
    return ['decline.beside', { topic: titleOf(situation, best) }];
  if (near.length > 0) return ['decline.near', {}];
  if (speaksOfOurs(situation)) return ['decline.ours', {}];
  const about = situation.state.last?.intent;
  return about !== undefined && isSubject(situation.knowledge.answers.get(about)?.kind)
    ? ['decline.lost', { topic: titleOf(situation, about) }]
    : ['decline.not-ours', {}];
}

/** The subject at hand once more, and what often follows it. */
function subjectsAfterLast(situation: Situation): readonly string[] {
  const about = situation.state.last?.intent;
  if (about === undefined) return [];
  return [about, ...topicsAfter(situation, about).filter((id) => id !== about && isOffered(situation, id))].slice(
    0,
    mostCandidates,
  );
}

function nearestSubjects(situation: Situation, { ranked }: Match): readonly string[] {
  return ranked
    .filter(({ intent, score }) => score >= nearEnough && isOffered(situation, intent))
    .slice(0, mostNear)
    .map(({ intent }) => intent);
}

/** Of 2,171 messages that are not ours fifteen lie between this and an answer, of 1,200 that are five, two of them wrong. */
const surelyMeant = 0.55;
/** Who tells a tale has described what they do not name. */
const fewWords = 12;
const farLess = 2;
const nearTogether = 0.2;
const nearEnough = 0.2;
const mostNear = 2;
