import { forms } from '../../dialogs/index.ts';
import type { Corpus, IntentKind } from '../core/matching/index.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { corpusOf } from '../knowledge/corpus.ts';
import { dangerDataOf } from '../knowledge/danger-data.ts';
import { trainedDanger } from '../training/trained-danger.ts';
import { trainedMatcher } from '../training/trained-matcher.ts';
import { conversationTable, scoreConversations } from './conversation-scores.ts';
import { readConversations } from './conversations.ts';
import { crossValidate, foldFigures } from './folds.ts';
import {
  judge,
  questionsOfFile,
  readQuestions,
  tally,
  type Judged,
  type Question,
  type Tally,
} from './own-questions.ts';
import { createPlayer } from './player.ts';
import { confusionsOf, percent, tableOf } from './report.ts';

export type KnowledgeOptions = {
  readonly knowledge: string;
  /** A file of labelled questions to be asked instead of the project's own. */
  readonly test?: string | undefined;
  readonly folds: number | null;
  readonly json: boolean;
};

/** The knowledge base on its own labelled questions, on a file of others, or on its phrasings held out. */
export async function evaluateKnowledge(options: KnowledgeOptions): Promise<string> {
  const knowledge = loadKnowledge(options.knowledge, forms);
  const corpus = corpusOf(knowledge);
  if (options.folds !== null) return foldsOnKnowledge(corpus, options.folds, options.json);
  const matcher = await trainedMatcher(corpus, 'var');
  const kinds = new Map<string, IntentKind>(corpus.intents.map(({ id, kind }) => [id, kind]));
  const judgeAll = (all: readonly Question[]): Judged[] =>
    all.map((question) => judge(matcher, question, (id) => kinds.get(id)));
  if (options.test !== undefined) {
    const asked = questionsOfFile(options.test, kinds, knowledge.languages[0]);
    return onFile(judgeAll(asked), options.json);
  }
  const questions = readQuestions(options.knowledge);
  const judged = judgeAll(questions);
  const halves = {
    open: judged.filter(({ question }) => !question.sealed),
    sealed: judged.filter(({ question }) => question.sealed),
  };
  const tallies = { all: tally(judged), open: tally(halves.open), sealed: tally(halves.sealed) };
  const { hear } = await trainedDanger(dangerDataOf(knowledge), 'var');
  const player = createPlayer(knowledge, matcher, hear);
  const conversations = await scoreConversations(player, readConversations(options.knowledge), questions);
  if (options.json)
    return JSON.stringify({ ...tallies, conversations, wrong: judged.filter(isWrong).map(wrongAsData) });
  return [
    summary(tallies),
    '',
    ...wrongAnswers(judged),
    '',
    ...confusions(judged),
    '',
    conversationTable(conversations),
  ].join('\n');
}

function onFile(judged: readonly Judged[], json: boolean): string {
  const all = tally(judged);
  const byStyle = tallyByStyle(judged);
  if (json) return JSON.stringify({ all, byStyle, wrong: judged.filter(isWrong).map(wrongAsData) });
  return [summary({ ...byStyle, all }), '', ...wrongAnswers(judged), '', ...confusions(judged)].join('\n');
}

/** A row a language and style, for the lines that name one. */
function tallyByStyle(judged: readonly Judged[]): Readonly<Record<string, Tally>> {
  const styled = judged.filter(({ question }) => question.style !== undefined);
  const groups = Map.groupBy(styled, ({ question }) => `${question.language} ${question.style ?? ''}`);
  return Object.fromEntries([...groups].map(([name, group]) => [name, tally(group)]));
}

function foldsOnKnowledge(corpus: Corpus, folds: number, json: boolean): string {
  const outcomes = crossValidate(corpus, folds);
  const figures = foldFigures(outcomes);
  if (json) return JSON.stringify(figures);
  const pairs = outcomes.map(({ expected, ranked }) => ({ expected, given: ranked[0] ?? '–' }));
  return [
    tableOf(Object.entries(figures)),
    '',
    'Most confused (expected → given):',
    ...confusionsOf(pairs).slice(0, 40),
  ].join('\n');
}

function summary(tallies: Readonly<Record<string, Tally>>): string {
  const rows = Object.entries(tallies).map(([half, t]) => [
    half,
    t.given,
    percent(t.first),
    percent(t.right),
    percent(t.wrong),
    percent(t.asked),
    percent(t.held),
    percent(t.declined),
  ]);
  return tableOf([
    [
      'questions',
      'given',
      'ranked first',
      'right',
      'wrong answer',
      'asked which one',
      '… holding the right one',
      'declined though ours',
    ],
    ...rows,
  ]);
}

function isWrong({ verdict }: Judged): boolean {
  return verdict === 'wrong';
}

function wrongAsData({ question, match }: Judged) {
  return {
    text: question.text,
    sealed: question.sealed,
    expected: question.intents,
    given: match.ranked[0]?.intent,
    score: match.ranked[0]?.score,
  };
}

/** The text of a sealed question is not shown: whoever tunes on it has unsealed it. */
function wrongAnswers(judged: readonly Judged[]): string[] {
  const lines = judged.filter(isWrong).map((one) => {
    const { text, sealed, expected, given, score } = wrongAsData(one);
    return `  ${sealed ? '(sealed)' : JSON.stringify(text)}: expected ${expected.join(' + ')}, given ${given ?? '–'} (${score ?? 0})`;
  });
  return ['Wrong answers; `npm run -s explain -- "…"` says why:', ...(lines.length === 0 ? ['  none'] : lines)];
}

function confusions(judged: readonly Judged[]): string[] {
  const pairs = judged.map(({ question, match }) => ({
    expected: question.intents.join(' + '),
    given: match.kind === 'decline' ? 'declined' : (match.ranked[0]?.intent ?? '–'),
  }));
  return [
    'Confused (expected → nearest):',
    ...confusionsOf(
      pairs.filter(
        ({ expected, given }) =>
          !(expected.split(' + ').includes(given) || (expected === 'none' && given === 'declined')),
      ),
    ),
  ];
}
