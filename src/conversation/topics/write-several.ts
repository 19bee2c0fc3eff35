import { personChoice } from '../person/hand-over.ts';
import type { TurnDecision } from '../reply.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { titleOf, topicChoice } from './answer-topic.ts';

type Answered = {
  readonly answers: readonly Said[];
  readonly missed: readonly string[];
  readonly form: Said | null;
  readonly laterForms: readonly string[];
};

/** The answers of several questions in one reply, each under the title of its topic. */
export function inOne(situation: Situation, { answers, missed, form, laterForms }: Answered): Said {
  const understood = [...answers, ...(form === null ? [] : [form])];
  const section = (one: Said) => `**${titleOf(situation, one.intent ?? '')}**\n\n${one.text}`;
  const quoted = missed.map((question) => `“${question.replace(cutOff, '')}”`);
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

/** Where it was cut off what stands behind it. */
const cutOff = /\s*[,;:，；：]$/u;
