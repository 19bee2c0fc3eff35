import { judge, readQuestions, type Judged } from '../../eval/own-questions.ts';
import type { Prepared } from '../../desk/prepare.ts';
import type { QuestionDifference, Questions } from './state.ts';

/** The evaluation questions under both states of the knowledge: which come out otherwise. */
export function compareQuestions(folder: string, old: Prepared, now: Prepared): Questions {
  const pairs = readQuestions(folder).map((question) => ({
    before: judge(old.matcher, question, kindIn(old)),
    after: judge(now.matcher, question, kindIn(now)),
  }));
  const right = (side: 'before' | 'after') => pairs.filter((pair) => pair[side].verdict === 'right').length;
  return {
    asked: pairs.length,
    rightBefore: right('before'),
    rightAfter: right('after'),
    differing: pairs.flatMap(({ before, after }) => (told(before) === told(after) ? [] : [difference(before, after)])),
  };
}

function difference(before: Judged, after: Judged): QuestionDifference {
  const { text, language, intents } = before.question;
  const turn =
    before.verdict === after.verdict
      ? 'other'
      : after.verdict === 'right'
        ? 'better'
        : before.verdict === 'right'
          ? 'worse'
          : 'other';
  return { text, language, expected: intents, before: told(before), after: told(after), turn };
}

function told({ verdict, match }: Judged): string {
  return match.kind === 'answer' ? `${verdict}: ${match.ranked[0]?.intent ?? ''}` : verdict;
}

function kindIn({ knowledge }: Prepared) {
  return (intent: string) => knowledge.answers.get(intent)?.kind;
}
