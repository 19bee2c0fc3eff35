import { createHash } from 'node:crypto';
import { dialogIn, type Facts, type Told } from './dialogs.ts';
import type { Card, Choice } from './reply.ts';
import type { Params } from './say.ts';
import { phrase, said, type Said, type Situation } from './said.ts';

/** A hand-over: a reference, who answers and when, and what travels along. The way back stays open. */
export function handOver(situation: Situation, reason: 'asked' | 'misses' | 'verify'): Said {
  const reference = referenceOf(situation);
  return said('handover', phrase(situation, 'handover.made', { reference }), {
    card: handoverCard(situation, reference),
    handover: { reference },
    choices: situation.state.dialogs === null ? [] : [{ label: phrase(situation, 'choice.resume'), value: 'resume' }],
    effects: [{ kind: 'handover', reference, reason, facts: factsKnown(situation) }],
    next: { misses: 0 },
  });
}

/** What to keep: the reference, who answers and when, what was told, what happens next. */
function handoverCard(situation: Situation, reference: string): Card {
  const say = (key: string, values: Params = {}) => phrase(situation, `handover.card.${key}`, values);
  const rows = ['reference', 'desk', 'contact', 'hours'].map((key) => ({
    label: say(`${key}.label`),
    text: say(`${key}.text`, { reference }),
  }));
  const told = toldSoFar(situation).map(({ text }) => ({ text, url: null }));
  const next = situation.speaker
    .list(situation.language, 'conversation:handover.card.next.steps', { reference }, situation.incoming.on)
    .map((text) => ({ text, url: null }));
  const section = (key: string, items: typeof told) => ({ heading: say(key), rows: [], items });
  return {
    kind: 'checklist',
    title: say('title'),
    sections: [
      { heading: null, rows, items: [] },
      ...(told.length > 0 ? [section('told', told)] : []),
      section('next.heading', next),
    ],
  };
}

/** The facts of the open form, or of the last decision, in words. */
export function toldSoFar({ state, dialogs, language, incoming }: Situation): readonly Told[] {
  const standing = dialogs.standing(state.dialogs);
  const form = standing?.dialog ?? (state.last === null ? null : dialogIn(state.last.intent));
  const facts = standing?.facts ?? state.last?.facts ?? {};
  return form === null ? [] : dialogs.told(form, facts, { language, on: incoming.on });
}

export function personChoice(situation: Situation): Choice {
  return { label: phrase(situation, 'choice.person'), value: 'command:human' };
}

/** Derived from conversation and turn: the same turn taken again gives the same reference. */
function referenceOf(situation: Situation): string {
  const digest = createHash('sha256')
    .update(`${situation.incoming.conversation} ${situation.state.turn}`)
    .digest('hex');
  return `G-${digest.slice(0, 8).toUpperCase()}`;
}

function factsKnown(situation: Situation): Facts {
  return situation.dialogs.standing(situation.state.dialogs)?.facts ?? situation.state.last?.facts ?? {};
}
