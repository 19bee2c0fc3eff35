import type { Dialogs, Facts } from '../conversation/forms/dialogs.ts';
import { freshState, type ConversationState } from '../conversation/state.ts';
import type { TurnResult } from '../conversation/result/compose-result.ts';
import type { Turn } from '../conversation/turn.ts';
import { day, type Day } from '../core/day.ts';
import type { Scripted, ScriptedTurn } from './conversations.ts';
import type { Question } from './own-questions.ts';
import { percent, tableOf } from './report.ts';

/** So many right of so many. */
export type Score = { readonly right: number; readonly of: number };

export type ConversationScores = {
  readonly conversations: Score;
  readonly turns: Score;
  readonly dialogsFinished: Score;
  readonly prefillFacts: Score;
  readonly followUps: Score;
  readonly severalQuestions: Score;
  /** What went otherwise, a line each; the text of a sealed question is not shown. */
  readonly wrong: readonly string[];
};

export type Player = { readonly takeTurn: Turn; readonly dialogs: Pick<Dialogs, 'standing'> };

/** Plays the scripts, and the labelled questions that lean on a topic or hold several. */
export async function scoreConversations(
  player: Player,
  scripts: readonly Scripted[],
  questions: readonly Question[],
): Promise<ConversationScores> {
  const tally = new Tally();
  for (const script of scripts) await playScript(player, script, tally);
  for (const question of questions) await playQuestion(player, question, tally);
  return tally.scores();
}

export function conversationTable(scores: ConversationScores): string {
  const rows = columns.map(([name, title]) => {
    const { right, of } = scores[name];
    return [title, right, of, percent(of === 0 ? null : right / of)];
  });
  const table = tableOf([['conversations', 'right', 'of', 'share'], ...rows]);
  const wrong = scores.wrong.length === 0 ? ['  none'] : scores.wrong.map((line) => `  ${line}`);
  return [table, '', 'Turns that went otherwise:', ...wrong].join('\n');
}

const columns = [
  ['conversations', 'whole conversations'],
  ['turns', 'turns'],
  ['dialogsFinished', 'dialogs finished'],
  ['prefillFacts', 'facts told'],
  ['followUps', 'follow-ups'],
  ['severalQuestions', 'several questions split'],
] as const;

type Counted = Exclude<keyof ConversationScores, 'wrong'>;

class Tally {
  readonly #counts = new Map<Counted, { right: number; of: number }>();
  readonly #wrong: string[] = [];

  count(name: Counted, right: number, of = 1): void {
    const count = this.#counts.get(name) ?? { right: 0, of: 0 };
    this.#counts.set(name, { right: count.right + right, of: count.of + of });
  }

  note(line: string): void {
    this.#wrong.push(line);
  }

  scores(): ConversationScores {
    const score = (name: Counted) => this.#counts.get(name) ?? { right: 0, of: 0 };
    const counted = Object.fromEntries(columns.map(([name]) => [name, score(name)])) as Record<Counted, Score>;
    return { ...counted, wrong: this.#wrong };
  }
}

async function playScript({ takeTurn, dialogs }: Player, script: Scripted, tally: Tally): Promise<void> {
  let state = freshState;
  let missed = 0;
  for (const [index, turn] of script.turns.entries()) {
    const result = await takeTurn(incoming(turn.says, script.title, index, script.on), state);
    state = result.state;
    const otherwise = judgeTurn(turn, result, factsOf(state, dialogs), tally);
    if (otherwise.length > 0) {
      missed += 1;
      tally.note(`${script.title}: ${JSON.stringify(turn.says)}: ${otherwise.join(', ')}`);
    }
  }
  tally.count('conversations', missed === 0 ? 1 : 0);
}

/** What is otherwise than the script says; each kind of turn is counted where it belongs. */
function judgeTurn(turn: ScriptedTurn, { trace }: TurnResult, facts: Facts, tally: Tally): readonly string[] {
  const outcome = trace.outcome as { readonly row?: string; readonly kind?: string } | null;
  const seen = {
    decision: trace.decision,
    intent: trace.intent,
    intents: trace.intents.map(({ intent }) => intent).sort(),
    asking: trace.asking,
    outcome: outcome?.row ?? outcome?.kind,
  };
  const expected = { ...turn, intents: turn.intents?.toSorted() };
  const otherwise = (['decision', 'intent', 'intents', 'asking', 'outcome'] as const)
    .filter((field) => expected[field] !== undefined && !same(expected[field], seen[field]))
    .map((field) => `${field} ${JSON.stringify(seen[field])} for ${JSON.stringify(expected[field])}`);
  const right = otherwise.length === 0 ? 1 : 0;
  if (turn.followUp === true) tally.count('followUps', right);
  if (turn.intents !== undefined) tally.count('severalQuestions', right);
  if (turn.outcome !== undefined) tally.count('dialogsFinished', seen.outcome === turn.outcome ? 1 : 0);
  const wrongFacts = turn.told === undefined ? [] : judgeFacts(turn.told, facts, tally);
  tally.count('turns', otherwise.length + wrongFacts.length === 0 ? 1 : 0);
  return [...otherwise, ...wrongFacts];
}

/** A fact that was not told counts as wrong, too. */
function judgeFacts(told: Facts, held: Facts, tally: Tally): readonly string[] {
  const names = [...new Set([...Object.keys(told), ...Object.keys(held)])];
  const wrong = names.filter((name) => !same(told[name], held[name]));
  tally.count('prefillFacts', names.length - wrong.length, names.length);
  return wrong.map((name) => `${name} ${JSON.stringify(held[name] ?? null)} for ${JSON.stringify(told[name] ?? null)}`);
}

/** A question that leans on the topic before it, or several in one message; others are the matcher's affair. */
async function playQuestion({ takeTurn }: Player, question: Question, tally: Tally): Promise<void> {
  const { text, language, intents, after, sealed, file } = question;
  if (after === undefined && intents.length < 2) return;
  const last = after === undefined ? null : { intent: after, facts: null, close: [] };
  const { trace } = await takeTurn(incoming(text, file, 0, testDay), { ...freshState, language, last });
  const given = trace.intents.flatMap(({ intent }) => intent ?? 'none').sort();
  const right = after === undefined ? same(given, intents.toSorted()) : intents.includes(trace.intent ?? 'none');
  tally.count(after === undefined ? 'severalQuestions' : 'followUps', right ? 1 : 0);
  tally.count('turns', right ? 1 : 0);
  const shown = sealed ? '(sealed)' : JSON.stringify(text);
  if (!right) tally.note(`${file}: ${shown}: ${given.join(' + ')} for ${intents.join(' + ')}`);
}

function factsOf(state: ConversationState, dialogs: Player['dialogs']): Facts {
  return dialogs.standing(state.dialogs)?.facts ?? state.last?.facts ?? {};
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function incoming(text: string, conversation: string, index: number, on: Day) {
  return { conversation, id: String(index), text, channel: 'eval', on };
}

const testDay = day('2026-11-22');
