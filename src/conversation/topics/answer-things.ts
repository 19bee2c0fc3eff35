import type { Match } from '../../core/matching/matcher.ts';
import { longestMention } from '../../text/typed-words.ts';
import { thingsNamed } from '../reading/name-things.ts';
import type { Said, Situation } from '../said.ts';
import { answer } from './answer-topic.ts';
import { isSubject } from './judge-subject.ts';
import { isSure, matchQuestion } from './match-question.ts';
import { inOne } from './write-several.ts';

/** What each thing is that a question names beside others, and what is asked of all of them right after it. */
export function answerThings(situation: Situation): Said | null {
  return whatTheyAre(situation) ?? askedOfEach(situation);
}

/** Null where fewer than two of them have answers of their own. */
function whatTheyAre(situation: Situation): Said | null {
  const { knowledge, language, incoming } = situation;
  const names = thingsNamed(situation, incoming.text) ?? [];
  const ask = knowledge.reading[language]?.things?.ask ?? '';
  const found = names.map((name) => topicOf(situation, `${ask} ${name}`)).filter((topic) => topic !== null);
  return isSeveral(found) ? together(situation, found, []) : null;
}

/** "Do I pay both?" after "what are the CSS and the CVEC": the question of each; null where none of them is understood. */
function askedOfEach(situation: Situation): Said | null {
  const questions = questionsOfEach(situation);
  const found = questions.map((question) => topicOf(situation, question));
  const known = found.filter((topic) => topic !== null);
  const missed = questions.filter((_, at) => found[at] === null);
  return known.length === 0 || known.length > mostAnswers ? null : together(situation, known, missed);
}

/** The message with each thing of the one before in the place of "both"; none where it does not say so. */
function questionsOfEach({ state, knowledge, language, incoming: { text } }: Situation): readonly string[] {
  const each = longestMention(text, knowledge.reading[language]?.things?.each ?? []);
  const at = each === null ? -1 : text.toLowerCase().indexOf(each.toLowerCase());
  if (each === null || at < 0) return [];
  const names = thingsNamed({ knowledge, language }, state.heard?.at(-1) ?? '') ?? [];
  return names.map((name) => `${text.slice(0, at)}${name}${text.slice(at + each.length)}`);
}

type Found = { readonly topic: string; readonly match: Match };

function topicOf(situation: Situation, question: string): Found | null {
  const match = matchQuestion(situation, question);
  const topic = match.ranked[0]?.intent ?? '';
  return isSure(match, sure) && isSubject(situation.knowledge.answers.get(topic)?.kind) ? { topic, match } : null;
}

function isSeveral(found: readonly Found[]): boolean {
  const topics = new Set(found.map(({ topic }) => topic));
  return topics.size > 1 && topics.size <= mostAnswers;
}

function together(situation: Situation, found: readonly Found[], missed: readonly string[]): Said {
  const matches = new Map(found.map(({ topic, match }) => [topic, match]));
  const answers = Array.from(matches, ([topic, match]) => answer(situation, topic, match));
  return inOne(situation, { answers, missed, form: null, laterForms: [] });
}

/** A question about one thing by its name is surer than that, or asks about something else. */
const sure = 0.6;
/** More is the whole system. */
const mostAnswers = 5;
