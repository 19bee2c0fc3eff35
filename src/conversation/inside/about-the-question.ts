import { fieldNamed } from '../forms/find-field.ts';
import { goOn } from '../forms/interview.ts';
import { asksSomething, opensAsCorrection, opensWith } from '../reading/recognise-question.ts';
import type { Situation } from '../said.ts';
import { wordsOf } from '../../text/typed-words.ts';
import type { Ear, Inside } from './inside.ts';

/** "Sorry, change my nationality": the question about a fact that was told, once more. */
export const takenBack: Ear = (inside) =>
  inside.tellsNothing && opensAsCorrection(inside.situation) ? changeNamed(inside) : null;

/** "My nationality": the same without words of correcting, where nothing is asked. */
export const named: Ear = (inside) =>
  asksSomething(inside.situation, inside.situation.incoming.text) ? null : changeNamed(inside);

function changeNamed({ situation, standing }: Inside) {
  const field = fieldNamed(situation, standing.facts);
  return field === null ? null : goOn(situation, { kind: 'change', field });
}

/** "Why do you want to know that?" */
export const whyAsked: Ear = ({ situation, reading, tellsNothing }) =>
  tellsNothing && opensWith(situation, reading.cues.asksWhy) ? goOn(situation, { kind: 'why' }) : null;

/** "What do you mean by registered?", unless another subject is surely asked about. */
export const meaningAsked: Ear = (inside) => {
  const { situation, match, tellsNothing } = inside;
  const isOfQuestion = tellsNothing && (match.kind !== 'answer' || namesWhatWasAsked(situation));
  return isOfQuestion && asksMeaning(inside) ? goOn(situation, { kind: 'means' }) : null;
};

/** "I do not understand": whatever else is in it, first it is explained. */
export const notUnderstood: Ear = (inside) => {
  const isUnknown = Object.values(inside.heard.facts).every((value) => value === 'unknown');
  return (inside.tellsNothing || isUnknown) && asksMeaning(inside) ? goOn(inside.situation, { kind: 'means' }) : null;
};

function asksMeaning({ situation, reading }: Inside): boolean {
  return opensWith(situation, reading.cues.asksMeaning);
}

/** Its last word is one of the question's. */
function namesWhatWasAsked({ incoming, state }: Situation): boolean {
  const last = wordsOf(incoming.text).at(-1);
  return last !== undefined && wordsOf(state.said ?? '').includes(last);
}
