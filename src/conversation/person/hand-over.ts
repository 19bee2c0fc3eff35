import { createHash } from 'node:crypto';
import { voiceOf } from '../../voice/voice.ts';
import { choiceOf, offersCommand } from '../choices/choice-value.ts';
import { afterHandover, formIn, type Facts, type Standing } from '../forms/dialogs.ts';
import { answerExpected } from './expect-answer.ts';
import { handoverCard } from './make-handover-card.ts';
import type { Choice } from '../reply.ts';
import { resumeChoices } from '../forms/offer-resume.ts';
import { dialogTurn, phrase, said, type Said, type Situation } from '../said.ts';

/**
 * A hand-over: made at once, with its reference, who answers and when, and what travels along. What a person should know
 * besides is asked afterwards and may be skipped; the way back into an open form stays open.
 */
export async function handOver(situation: Situation): Promise<Said> {
  const { dialogs, state, speaker } = situation;
  const turn = dialogTurn(situation);
  const open = dialogs.standing(state.dialogs);
  const again = open?.dialog === afterHandover ? String(open.facts['reference']) : null;
  const reference = again ?? referenceOf(situation);
  const told = toldInWords(situation);
  const parked = open === null || again !== null ? state.parked : state.dialogs;
  const about = { reference, told, ...topicOf(situation) };
  const { stack, says } = await dialogs.begin(afterHandover, about, turn, {});
  const made = [phrase(situation, 'handover.made', { reference }), ...answerExpected(situation)];
  return said('handover', [...made, says.text].join('\n\n'), {
    card: handoverCard({ reference, told, way: null }, voiceOf(speaker, 'conversation:', turn)),
    handover: { reference },
    asking: says.asking,
    choices: [...says.choices, ...resumeChoices(situation, parked)],
    effects:
      again === null
        ? [{ kind: 'handover', reference, reason: reasonOf(situation), facts: factsKnown(situation) }]
        : [],
    next: { misses: 0, dialogs: stack, parked, handover: { reference, turn: state.turn } },
  });
}

/** The facts of the open form, or of the last decision, in words; above another person's it is said that they are theirs. */
export function toldInWords(situation: Situation): readonly string[] {
  const { state, dialogs } = situation;
  const standing = formOpen(situation);
  const form = standing?.dialog ?? formIn(situation.knowledge, state.last?.intent);
  const { facts, about = null } = standing ?? state.last ?? { facts: null };
  if (form === null) return [];
  const told = dialogs.told(form, facts ?? {}, dialogTurn(situation)).map(({ text }) => text);
  return about === null || told.length === 0 ? told : [phrase(situation, 'case.told-of-other'), ...told];
}

export function personChoice(situation: Situation): Choice {
  return choiceOf(phrase(situation, 'choice.person'), { kind: 'command', command: 'human' });
}

/** The choices of a reply with a person among them, once. */
export function withPerson(situation: Situation, { choices }: Said): Said['choices'] {
  return offersCommand(choices, 'human') ? choices : [...choices, personChoice(situation)];
}

/** The form that stands open, also beneath the questions of a hand-over. */
function formOpen({ dialogs, state }: Situation): Standing | null {
  const open = dialogs.standing(state.dialogs);
  return open?.dialog === afterHandover ? dialogs.standing(state.parked) : open;
}

/** What was spoken of last, offered as what it is about. */
function topicOf({ state, knowledge, language }: Situation): { readonly topic?: string } {
  const title = knowledge.answers.get(state.last?.intent ?? '')?.title[language];
  return title === undefined ? {} : { topic: title };
}

/** Why the desk is called: it was asked for, what was asked was not understood, or an outcome has to be checked. */
function reasonOf({ state }: Situation): 'asked' | 'misses' | 'verify' {
  if (state.misses > 1) return 'misses';
  const decided = state.last?.facts != null;
  return decided && offersCommand(state.offered, 'human') ? 'verify' : 'asked';
}

/** Derived from conversation and turn: the same turn taken again gives the same reference. */
function referenceOf(situation: Situation): string {
  const digest = createHash('sha256')
    .update(`${situation.incoming.conversation} ${situation.state.turn}`)
    .digest('hex');
  return `G-${digest.slice(0, 8).toUpperCase()}`;
}

function factsKnown(situation: Situation): Facts {
  return formOpen(situation)?.facts ?? situation.state.last?.facts ?? {};
}
