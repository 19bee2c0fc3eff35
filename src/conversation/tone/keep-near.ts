import { withPerson } from '../person/hand-over.ts';
import { numbersAgain } from '../result/tell-emergency-numbers.ts';
import { phrase, type Said, type Situation } from '../said.ts';
import { endangeredLately, hintedLately, type Endangered } from '../state.ts';

/**
 * After words of danger, or a hint of it, nobody is refused: who is not understood is offered a person. After danger that is certain
 * the numbers stay in reach; said again and again after a hint, nobody would read them.
 */
export function keepNear(situation: Situation, heard: Said): Said {
  const endangered = endangeredNow(situation);
  if (endangered === null) return heard;
  const told = { ...heard, next: { ...heard.next, endangered } };
  if (!isUnanswered(heard)) return told;
  // Which questions a person can help with is said already.
  const refused = heard.decision === 'decline' && heard.quotes.length === 0;
  const text = refused ? phrase(situation, 'decline.after-danger') : heard.text;
  // What was heard in this message itself has its numbers above.
  const isSaid = endangered.degree !== 'certain' || situation.danger?.kind === endangered.kind;
  const numbers = isSaid ? [] : [numbersAgain(situation, endangered.kind)];
  return { ...told, text: [text, ...numbers].join('\n\n'), choices: withPerson(situation, told), next: asking(told) };
}

/** A hint in what is said after danger that is certain is of that danger; a faint one after a hint adds nothing. */
function endangeredNow({ state, danger }: Situation): Endangered | null {
  const lately = endangeredLately(state);
  if (danger === null || (danger.clarity === 'faint' && hintedLately(state))) return lately;
  const { degree, kind } = danger;
  const isHint = degree === 'possible' && lately?.degree === 'certain';
  return isHint ? { ...lately, turn: state.turn } : { turn: state.turn, kind, degree };
}

/** What is next to our subject has an answer of its own: whom to ask. */
function isUnanswered({ decision, intent }: Said): boolean {
  return intent === null && (decision === 'decline' || decision === 'clarify');
}

/** "Shall I pass it on?" is asked: a yes is one, as it is after being refused twice. */
function asking({ decision, next }: Said): Said['next'] {
  return decision === 'decline' ? { ...next, misses: Math.max(next.misses ?? 0, refusedTwice) } : next;
}

const refusedTwice = 2;
