import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../core/errors.ts';
import type { IntentKind, Match, Matcher } from '../core/matching/index.ts';
import { QuestionsFile } from '../knowledge/questions-schema.ts';
import { parseYaml, shapedAs } from '../knowledge/yaml-file.ts';
import { readCorpusFile } from './corpus-file.ts';
import { outOfScope, round } from './metrics.ts';

export type Question = QuestionsFile['questions'][number] & {
  readonly sealed: boolean;
  readonly file: string;
  readonly style?: string | undefined;
};

/**
 * - `right`: the right answer, or no answer to what is nobody's
 * - `wrong`: an answer, and not the right one
 * - `asked`: "which one?"; `held` when the right one was among the choices
 * - `declined`: ours, but not answered
 */
export type Verdict = 'right' | 'wrong' | 'asked' | 'declined';
export type Judged = {
  readonly question: Question;
  readonly match: Match;
  readonly verdict: Verdict;
  /** Whether the right topic is ranked first, however sure the matcher is; for what is nobody's, whether it is refused. */
  readonly first: boolean;
  readonly held: boolean;
};

/** Every labelled question of `questions/*.yaml`; none when the folder is missing. */
export function readQuestions(folder: string): Question[] {
  const questions = join(folder, 'questions');
  if (!existsSync(questions)) return [];
  return readdirSync(questions)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const written = { path: `questions/${file}`, bytes: readFileSync(join(questions, file)) };
      const { sealed, questions: asked } = shapedAs(QuestionsFile, parseYaml(written));
      return asked.map((question) => ({ ...question, sealed, file }));
    });
}

/**
 * The questions of a corpus file, each with the one topic that answers it; `oos` for what is nobody's.
 * @param otherwise the language of a line that names none
 *
 * @throws AppError naming a topic that the knowledge has not.
 */
export function questionsOfFile(file: string, topics: ReadonlyMap<string, IntentKind>, otherwise: string): Question[] {
  return readCorpusFile(file, otherwise).map(({ text, intent, lang, style }) => {
    if (intent !== outOfScope && !topics.has(intent))
      throw new AppError('input/invalid', `${file}: the knowledge has no topic "${intent}"`, { file });
    return { text, language: lang, intents: [intent === outOfScope ? 'none' : intent], sealed: false, file, style };
  });
}

export function judge(
  matcher: Matcher,
  question: Question,
  kindOf: (intent: string) => IntentKind | undefined,
): Judged {
  const match = matcher.match(question.text);
  return { question, match, ...verdictOn(match, question.intents, kindOf) };
}

function verdictOn(match: Match, intents: readonly string[], kindOf: (intent: string) => IntentKind | undefined) {
  // A topic of the kind "off topic" says kindly what declining says plainly: the question is not ours.
  const nobodys = intents.every((intent) => intent === 'none' || kindOf(intent) === 'offtopic');
  const top = match.ranked[0]?.intent ?? '';
  const refused = match.kind === 'decline' || (match.kind === 'answer' && kindOf(top) === 'offtopic');
  const held = match.candidates.some(({ intent }) => intents.includes(intent));
  return { verdict: verdict(), first: nobodys ? refused : intents.includes(top), held };

  function verdict(): Verdict {
    if (nobodys && refused) return 'right';
    if (match.kind === 'clarify') return 'asked';
    if (match.kind === 'decline') return 'declined';
    return intents.includes(top) ? 'right' : 'wrong';
  }
}

export type Tally = Readonly<Record<'given' | 'first' | 'held' | Verdict, number>>;

/** Shares of all questions given. */
export function tally(judged: readonly Judged[]): Tally {
  const share = (is: (one: Judged) => boolean): number =>
    judged.length === 0 ? 0 : round(judged.filter(is).length / judged.length);
  return {
    given: judged.length,
    first: share(({ first }) => first),
    right: share(({ verdict }) => verdict === 'right'),
    wrong: share(({ verdict }) => verdict === 'wrong'),
    asked: share(({ verdict }) => verdict === 'asked'),
    held: share(({ verdict, held }) => verdict === 'asked' && held),
    declined: share(({ verdict }) => verdict === 'declined'),
  };
}
