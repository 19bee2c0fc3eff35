import { createHash } from 'node:crypto';
import type { Facts } from './dialogs.ts';
import type { Choice } from './reply.ts';
import { phrase, said, type Said, type Situation } from './said.ts';

/** A hand-over: a reference, who answers and when, and what travels along. The way back stays open. */
export function handOver(situation: Situation, reason: 'asked' | 'misses' | 'verify'): Said {
  const reference = referenceOf(situation);
  return said('handover', phrase(situation, 'handover.made', { reference }), {
    handover: { reference },
    choices: situation.state.dialogs === null ? [] : [{ label: phrase(situation, 'choice.resume'), value: 'resume' }],
    effects: [{ kind: 'handover', reference, reason, facts: factsKnown(situation) }],
    next: { misses: 0 },
  });
}

export function personChoice(situation: Situation): Choice {
  return { label: phrase(situation, 'choice.person'), value: 'command:human' };
}

/** Derived from conversation and turn: the same turn taken again gives the same reference. */
export function referenceOf(situation: Situation): string {
  const digest = createHash('sha256')
    .update(`${situation.incoming.conversation} ${situation.state.turn}`)
    .digest('hex');
  return `G-${digest.slice(0, 8).toUpperCase()}`;
}

function factsKnown(situation: Situation): Facts {
  return situation.dialogs.standing(situation.state.dialogs)?.facts ?? situation.state.last?.facts ?? {};
}
