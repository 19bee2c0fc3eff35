import { documentsOf } from '../../core/documents.ts';
import { factsHeard } from './trace-facts.ts';
import type { SourceLine } from '../../voice/speaker.ts';
import type { Card, Effect, Reply, Trace } from '../reply.ts';
import type { Said, Situation } from '../said.ts';
import { sourceLines } from './list-sources.ts';
import { heardAfter, tracedDanger } from './tell-emergency-numbers.ts';
import type { ConversationState } from '../state.ts';

export type TurnResult = {
  readonly replies: readonly Reply[];
  readonly state: ConversationState;
  readonly trace: Trace;
  readonly effects: readonly Effect[];
};

/** What a turn comes to, as a Reply, a Trace and the next state. */
export function resultOf(situation: Situation, turn: Said): TurnResult {
  const { state, knowledge } = situation;
  // Who switches reads all of the reply in the new language, its sources too.
  const language = turn.next.language ?? situation.language;
  const next: ConversationState = {
    ...state,
    turn: state.turn + 1,
    // The numbers come in any language; only one that is answered is spoken on.
    language: turn.decision === 'emergency' && situation.spoken !== language ? state.language : language,
    said: turn.text,
    offered: turn.choices,
    beneath: false,
    rating: turn.feedback ? { about: turn.intent, stage: 'asked' } : null,
    ...turn.next,
    heard: heardAfter(situation),
  };
  const sources = sourceLines(turn.facts, knowledge, situation.speaker, language);
  const reply: Reply = {
    language,
    text: turn.text,
    card: turn.card === null ? null : withSources(turn.card, sources, { ...situation, language }),
    choices: turn.choices,
    sources,
    asking: turn.asking,
    handover: turn.handover,
    feedback: turn.feedback,
    ...(turn.quotes.length > 0 && { quotes: turn.quotes }),
  };
  // Nothing is said where there is nothing to say: while a colleague has the conversation.
  return {
    replies: turn.text === '' ? [] : [reply],
    state: next,
    trace: traceOf(situation, turn),
    effects: turn.effects,
  };
}

/** Where a card folds what is read later, its sources are the last of that. */
function withSources(card: Card, sources: readonly SourceLine[], { speaker, language }: Situation): Card {
  if (sources.length === 0 || !card.sections.some(({ folded }) => folded === true)) return card;
  const items = sources.map(({ title, dated, url }) => ({ text: `${title}, ${dated}`, url }));
  const heading = speaker.say(language, 'channels:sources-of-card');
  return { ...card, sections: [...card.sections, { heading, rows: [], items, folded: true, sources: true }] };
}

function traceOf(situation: Situation, turn: Said): Trace {
  const { danger } = situation;
  return {
    decision: turn.decision,
    intent: turn.intent,
    intents:
      turn.intents.length > 0 ? turn.intents : [{ intent: turn.intent, decision: turn.decision, score: turn.score }],
    score: turn.score,
    runnerUp: turn.runnerUp,
    language: situation.language,
    ...(situation.spoken !== situation.language && { spoken: situation.spoken }),
    asking: turn.asking,
    outcome: turn.outcome,
    danger: tracedDanger(danger, situation.spoken, situation.knowledge),
    facts: factsHeard(situation, turn),
    sources: documentsOf(turn.facts),
    listener: turn.listener ?? null,
    knowledge: situation.knowledge.hash,
  };
}
