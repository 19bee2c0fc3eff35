import type { Match } from '../../core/matching/matcher.ts';
import { askedIn, type DialogInput, type Facts } from '../forms/dialogs.ts';
import { digress } from '../forms/interview.ts';
import { bareKind } from '../reading/ask-bare.ts';
import { asksSomething, shortAnswer } from '../reading/recognise-question.ts';
import { questionsIn } from '../reading/split-questions.ts';
import { dialogTurn, withText, type Situation } from '../said.ts';
import { answer } from '../topics/answer-topic.ts';
import { whateverAbout } from '../topics/answer-bare.ts';
import { likelierOfTwo } from '../topics/choose-likelier.ts';
import { askedBare, clearLead, nextTopic, topicsAfter } from '../topics/find-next-topic.ts';
import { matchQuestion } from '../topics/match-question.ts';
import { withoutRequest } from '../topics/understand-question.ts';
import { holdsQuestionMark } from '../../text/question-mark.ts';
import { wordsOf } from '../../text/typed-words.ts';
import type { Ear, Inside } from './inside.ts';
import { asksBeside, turnsTo } from './is-answered.ts';
import { isBesideTopic, remarkIn } from './remark.ts';
import { isSmallTalk } from '../topics/judge-subject.ts';

/** "Brazil. And what does a doctor cost?": both are heard, each in its sentence. */
export const toldAndAsked: Ear = (inside) => {
  const apart = questionApart(inside);
  if (apart === null) return null;
  const { topic, match, told } = apart;
  return digress(inside.situation, answer(inside.situation, topic, match), { kind: 'facts', facts: told });
};

/** "So how much in total?" is about what the form is about, and begins no other. */
export const bareQuestion: Ear = ({ situation, match, reading, tellsNothing }) => {
  const { text } = situation.incoming;
  // "I would like to know how much time that needs".
  const asked = withText(situation, withoutRequest(situation, text));
  if (!tellsNothing) return null;
  const bare = askedBare(asked);
  const next =
    bare === null
      ? whateverAbout(asked, bareKind(asked.incoming.text, reading))
      : (nextTopic(asked, match) ?? whateverAbout(asked, bare));
  return next === null ? null : digress(situation, next, { kind: 'ask-again' });
};

/** A question that the knowledge answers. */
export const topicAsked: Ear = (inside) => {
  const { situation, match, tellsNothing } = inside;
  const topic = topicMeant(inside);
  if (topic === null || (tellsNothing && isBesideTopic(inside, remarkIn(inside)))) return null;
  const isAsked = tellsNothing ? !isNamedInPassing(situation, topic) : isAskedBeside(inside, topic);
  return isAsked ? digress(situation, answer(situation, topic, match), answeredBeside(inside)) : null;
};

/** What often follows what was said last. */
export const followUp: Ear = (inside) => {
  const { situation, match } = inside;
  const next = remarkIn(inside) === 'answer' ? null : nextTopic(situation, match);
  return next === null ? null : digress(situation, next, { kind: 'ask-again' });
};

/** The question of a message that also tells something, and what it tells. */
function questionApart({
  situation,
  standing,
  reading,
}: Inside): { readonly topic: string; readonly match: Match; readonly told: Facts } | null {
  const parts = questionsIn(situation.incoming.text, reading.cues);
  const [question, ...more] = parts.filter((part) => asksSomething(situation, part));
  if (question === undefined || more.length > 0 || parts.length < 2) return null;
  const rest = parts.filter((part) => part !== question).join(' ');
  const told = situation.dialogs.read(standing.dialog, rest, askedIn(standing), dialogTurn(situation), standing.facts);
  const match = matchQuestion(situation, question);
  const topic = match.ranked[0]?.intent;
  const isTopic = match.kind === 'answer' && topic !== undefined && situation.knowledge.answers.has(topic);
  return isTopic && Object.keys(told).length > 0 ? { topic, match, told } : null;
}

/** The topic that a message surely is about; of a question also the likelier of two neighbours. */
export function topicMeant({ situation, match, standing }: Inside): string | null {
  // "25" names nothing.
  if (!/\p{L}/u.test(situation.incoming.text)) return null;
  const best = match.ranked[0];
  if (match.kind === 'answer' && best !== undefined) {
    const ofForm = best.score >= sureByItself ? [] : topicsAfter(situation, standing.dialog);
    // "Which of the two is cheaper?" in a quote is about what is bought.
    const near = match.ranked.find(({ intent, score }) => ofForm.includes(intent) && score >= clearLead);
    const topic = near?.intent ?? best.intent;
    return situation.knowledge.answers.has(topic) ? topic : null;
  }
  return asksSomething(situation, situation.incoming.text) ? likelierOfTwo(situation, match) : null;
}

/** Beside what is told, thanks ask nothing. */
function isAskedBeside({ situation, match, standing, heard }: Inside, topic: string): boolean {
  const isCourtesy = isSmallTalk(situation, topic);
  return match.kind === 'answer' && asksBeside(situation, standing, heard.facts) && !isCourtesy;
}

/** "I am Danish, and my card ends in June": what answers the question is taken, whatever is said about the rest. */
function answeredBeside({ situation, standing, heard: { facts, unsure, unclear } }: Inside): DialogInput {
  const asked = askedIn(standing);
  const isTold =
    asked !== null &&
    asked in facts &&
    !holdsQuestionMark(situation.incoming.text) &&
    !turnsTo(situation, facts[asked]);
  return isTold ? { kind: 'facts', facts, unsure, unclear } : { kind: 'ask-again' };
}

/** "Morroco" in the midst of a form is a slip in an answer, and no question about another country. */
function isNamedInPassing(situation: Situation, topic: string): boolean {
  const { text } = situation.incoming;
  return (
    situation.knowledge.answers.get(topic)?.kind === 'offtopic' &&
    !asksSomething(situation, text) &&
    wordsOf(text).length < shortAnswer
  );
}

/** Less than this, what the form is about counts as well. */
const sureByItself = 0.5;
