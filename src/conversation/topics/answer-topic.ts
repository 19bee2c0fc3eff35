import type { Match, Ranked } from '../../core/matching/matcher.ts';
import type { Answer } from '../../knowledge/schema.ts';
import { choiceOf } from '../choices/choice-value.ts';
import { afterHandover, formIn } from '../forms/dialogs.ts';
import { factsFor } from '../forms/find-form.ts';
import { personChoice } from '../person/hand-over.ts';
import type { Choice, Incoming, TurnDecision } from '../reply.ts';
import { said, type Said, type Situation } from '../said.ts';
import { topicsBefore } from '../state.ts';
import { sayTopic } from './say-topic.ts';

const mostFollowUps = 2;

/** The answer of one topic as a student reads it: for today, in their language, with what one often asks next. */
export function answer(situation: Situation, id: string, match: Match | null): Said {
  const topic = topicOf(situation, id);
  const { text, note, facts, valid } = sayTopic(situation, topic, situation.language, situation.incoming.on);
  const decision = valid ? decisionOf(topic) : 'gap';
  return said(decision, note === null ? text : `${note}\n\n${text}`, {
    intent: id,
    facts,
    choices: valid ? nextChoices(situation, topic) : [personChoice(situation)],
    feedback: decision !== 'smalltalk',
    ...scores(match, id),
    next: {
      last: { intent: id, facts: null, close: closeTo(id, match), before: topicsBefore(situation.state) },
      misses: 0,
    },
  });
}

type Titled = Pick<Situation, 'knowledge' | 'speaker' | 'language'> & { readonly incoming: Pick<Incoming, 'on'> };

export function titleOf({ knowledge, speaker, language, incoming }: Titled, id: string): string {
  const topic = knowledge.answers.get(id);
  if (topic === undefined) return speaker.say(language, `dialog:start.${id}`, {}, incoming.on);
  return topic.title[language] ?? Object.values(topic.title)[0] ?? id;
}

export function topicChoice(situation: Situation, id: string): Choice {
  return choiceOf(titleOf(situation, id), { kind: 'topic', topic: id });
}

/** The probability of what was chosen, and the best of what was not; of the best when nothing was. */
export function scores(match: Match | null, intent: string | null): Pick<Said, 'score' | 'runnerUp'> {
  const ranked = match?.ranked ?? [];
  const chosen = ranked.find((candidate) => candidate.intent === intent) ?? (intent === null ? ranked[0] : undefined);
  return { score: chosen?.score ?? null, runnerUp: ranked.find((candidate) => candidate !== chosen) ?? null };
}

function topicOf(situation: Situation, id: string): Answer {
  const topic = situation.knowledge.answers.get(id);
  if (topic === undefined) throw new RangeError(`No answer "${id}"`);
  return topic;
}

function decisionOf(topic: Answer): TurnDecision {
  return topic.kind === 'offtopic' ? 'decline' : topic.kind;
}

function nextChoices(situation: Situation, topic: Answer): Choice[] {
  const offered = topic.offers === undefined ? [] : offerChoices(situation, topic.offers);
  const unanswered = topic.kind === 'gap' || topic.kind === 'offtopic';
  const person = unanswered && topic.offers !== afterHandover ? [personChoice(situation)] : [];
  const followUps = topic.followUps.slice(0, mostFollowUps).map((id) => topicChoice(situation, id));
  return [...offered, ...followUps, ...person];
}

/** Nothing where the desk does not have the form. */
function offerChoices(situation: Situation, offer: string): Choice[] {
  if (offer === afterHandover) return [personChoice(situation)];
  const form = formIn(situation.knowledge, offer);
  if (form === null) return [];
  // What the message told of a case of its own is not asked again when its form is chosen.
  const told = factsFor(situation, form);
  return Object.keys(told).length === 0
    ? [topicChoice(situation, form)]
    : [choiceOf(titleOf(situation, form), { kind: 'topic', topic: form, told })];
}

function closeTo(id: string, match: Match | null): string[] {
  return (match?.ranked ?? [])
    .filter(({ intent }: Ranked) => intent !== id)
    .slice(0, 3)
    .map(({ intent }) => intent);
}
