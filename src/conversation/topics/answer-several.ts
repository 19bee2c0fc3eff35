import { setImmediate } from 'node:timers/promises';
import type { Match } from '../../core/matching/matcher.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { answer, titleOf, topicChoice } from './answer-topic.ts';
import { likelierOfTwo } from './choose-likelier.ts';
import { formIn } from '../forms/dialogs.ts';
import { personChoice } from '../person/hand-over.ts';
import { factsFor, formMeant } from '../forms/find-form.ts';
import { startForm } from '../forms/interview.ts';
import { askedBare, nextTopic } from './find-next-topic.ts';
import { topicReferredTo } from './resolve-pronoun.ts';
import type { TurnDecision } from '../reply.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { questionsIn } from '../reading/split-questions.ts';

/** A question of a message with the topic it is about, null where it was not understood. */
type Part = { readonly question: string; readonly match: Match; readonly topic: string | null };

/** With the other questions around it, a topic that is more likely than all others together is answered. */
const likely = 0.5;

/**
 * Each question of a message under its own heading; a form that is asked for stands last and goes on; what is not
 * understood is said. Null where the message holds one question with its circumstances.
 */
export async function answerSeveral(situation: Situation, whole: Match): Promise<Said | null> {
  const found = await partsOf(situation);
  if (isOneCase(situation, whole, found)) return null;
  const parts = withoutFacts(situation, found);
  const topics = [...new Set(parts.flatMap(({ topic }) => topic ?? []))];
  const missed = parts.filter(({ topic }) => topic === null).map(({ question }) => question);
  const several = topics.length > 1 || (topics.length === 1 && whole.kind !== 'answer');
  if (!several) return null;
  const [only, ...others] = parts;
  if (only?.topic != null && others.length === 0) return alone(situation, only.topic, only.match);
  const answers = topics.flatMap((topic) => {
    const match = parts.find((part) => part.topic === topic)?.match ?? null;
    return formIn(situation.knowledge, topic) === null ? [answer(situation, topic, match)] : [];
  });
  const [form, ...laterForms] = topics.flatMap((topic) => formIn(situation.knowledge, topic) ?? []);
  return inOne(situation, {
    answers,
    missed,
    form: form === undefined ? null : await begun(situation, form),
    laterForms,
  });
}

/** One question with a greeting and thanks around it needs no heading. */
function alone(situation: Situation, topic: string, match: Match): Promise<Said> | Said {
  const form = formIn(situation.knowledge, topic);
  return form === null ? answer(situation, topic, match) : begun(situation, form);
}

/** "I stay for 6 months. Check my situation.": beside a form that is begun, what only tells its facts asks nothing. */
function withoutFacts(situation: Situation, parts: readonly Part[]): readonly Part[] {
  const form = parts.map(({ topic }) => formIn(situation.knowledge, topic)).find((found) => found !== null);
  if (form == null) return parts;
  return parts.filter(
    ({ question, topic }) => topic === form || isQuestion(situation, question) || !tells(situation, form, question),
  );
}

/** "Must I register? I come from Quebec for 4 months.": as a whole it means a form, and all but one question are its facts. */
function isOneCase(situation: Situation, whole: Match, parts: readonly Part[]): boolean {
  const form = whole.kind === 'answer' ? formIn(situation.knowledge, whole.ranked[0]?.intent) : null;
  if (form === null) return false;
  const statements = parts.filter(({ question }) => !isQuestion(situation, question));
  return parts.length - statements.length === 1 && statements.every(({ question }) => tells(situation, form, question));
}

function tells(situation: Situation, form: string, text: string): boolean {
  return Object.keys(factsFor(situation, form, text)).length > 0;
}

async function partsOf(situation: Situation): Promise<readonly Part[]> {
  const { language, knowledge } = situation;
  const questions = questionsIn(situation.incoming.text, knowledge.reading[language]?.cues.anotherQuestion ?? []);
  if (questions.length < 2) return [];
  const parts: Part[] = [];
  for (const question of questions) {
    const match = situation.matcher.match(question, { language });
    const before = parts.findLast(({ topic }) => topic !== null)?.topic ?? null;
    parts.push({ question, match, topic: topicIn(situation, question, match, before) });
    // A message of many questions takes many times as long: between two of them others are answered.
    await setImmediate();
  }
  return parts.filter(
    ({ question, topic, match }) => topic !== null || (match.kind !== 'answer' && isQuestion(situation, question)),
  );
}

/** By itself; as the student's own case; or leaning on the question before it: "how do I register and how much is it". */
function topicIn(situation: Situation, question: string, match: Match, before: string | null): string | null {
  const alone = { ...situation, incoming: { ...situation.incoming, text: question } };
  const own = formMeant(alone, match) ?? topicOf(situation, question, match);
  if (before === null) return own;
  const leaning = { ...alone, state: { ...situation.state, last: { intent: before, facts: null, close: [] } } };
  const referred = topicReferredTo(leaning, match);
  if (referred !== null || (own !== null && askedBare(alone) === null)) return referred ?? own;
  return nextTopic(leaning, match)?.intent ?? own;
}

/** Greetings and thanks around a question are no questions; a statement must be as sure as an answer of its own. */
function topicOf(situation: Situation, question: string, match: Match): string | null {
  const [best] = match.ranked;
  const asked = match.kind === 'clarify' && question.endsWith('?');
  const sure = match.kind === 'answer' || (asked && (best?.score ?? 0) >= likely);
  if (best === undefined) return null;
  if (!sure) return asked ? likelierOfTwo(situation, match) : null;
  const { knowledge } = situation;
  const kind = knowledge.answers.get(best.intent)?.kind;
  return formIn(knowledge, best.intent) !== null || (kind !== undefined && kind !== 'smalltalk') ? best.intent : null;
}

async function begun(situation: Situation, form: string): Promise<Said> {
  return startForm(situation, form, factsFor(situation, form), null);
}

type Answered = {
  readonly answers: readonly Said[];
  readonly missed: readonly string[];
  readonly form: Said | null;
  readonly laterForms: readonly string[];
};

function inOne(situation: Situation, { answers, missed, form, laterForms }: Answered): Said {
  const understood = [...answers, ...(form === null ? [] : [form])];
  const section = (one: Said) => `**${titleOf(situation, one.intent ?? '')}**\n\n${one.text}`;
  const quoted = missed.map((question) => `“${question}”`);
  const questions = quoted.join(', ');
  const rest = missed.length === 0 ? [] : [phrase(situation, 'several.missed', { questions })];
  const [first] = understood;
  const declined = { intent: null, decision: 'decline' as const, score: null };
  return said(
    firstPresent([...understood.map(({ decision }) => decision), ...missed.map(() => declined.decision)]),
    [...answers.map(section), ...rest, ...(form === null ? [] : [section(form)])].join('\n\n'),
    {
      intent: first?.intent ?? null,
      score: first?.score ?? null,
      runnerUp: first?.runnerUp ?? null,
      card: form?.card ?? null,
      asking: form?.asking ?? null,
      quotes: [...quoted, ...understood.flatMap(({ quotes }) => quotes)],
      outcome: form?.outcome ?? null,
      facts: [...new Set(understood.flatMap(({ facts }) => facts))],
      choices: [
        ...(form?.choices ?? []),
        ...laterForms.map((later) => topicChoice(situation, later)),
        ...(missed.length > 0 && form === null ? [personChoice(situation)] : []),
      ],
      intents: [
        ...understood.map(({ intent, decision, score }) => ({ intent, decision, score })),
        ...missed.map(() => declined),
      ],
      feedback: form?.asking == null,
      next: { ...answers.at(-1)?.next, ...form?.next },
    },
  );
}

/** Of several questions in one message, the decision that the trace names (a contract). */
function firstPresent(decisions: readonly TurnDecision[]): TurnDecision {
  const order: readonly TurnDecision[] = ['emergency', 'handover', 'dialog', 'clarify', 'answer', 'gap', 'decline'];
  return order.find((decision) => decisions.includes(decision)) ?? 'answer';
}
