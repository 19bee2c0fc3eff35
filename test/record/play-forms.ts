import type { Answered } from '../../src/ports/desk.ts';

export type Say = (text: string) => Promise<Answered>;

/** Goes through a form from what opens it: each way takes other choices, and types where none are offered. */
export async function walk(say: Say, opening: string, way: number): Promise<readonly Answered[]> {
  const turns = [await say(opening)];
  while (turns.at(-1)?.trace.asking !== null && turns.length < longestWalk)
    turns.push(await say(answerTo(turns.at(-1), way, turns.length)));
  return turns;
}

function answerTo(turn: Answered | undefined, way: number, step: number): string {
  const labels = (turn?.replies.at(-1)?.choices ?? []).map(({ label }) => label);
  const typesNow = labels.length === 0 || (way % 2 === 1 && step % 3 === 0);
  return (typesNow ? typed[(way + step) % typed.length] : labels[(way * 3 + step) % labels.length]) ?? '';
}

/** Read alike in every language. */
const typed = ['Brasil', '10', '2027-06-30', '22', '2026-11-03', '25 €', 'España', '5', '?', 'CVEC'];
const longestWalk = 12;
