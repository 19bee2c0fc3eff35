import type { Match } from '../../core/matching/matcher.ts';
import { formIn } from '../forms/dialogs.ts';
import { factsFor, formOfOwnCase, tellsForm } from '../forms/find-form.ts';
import { goOn, startForm } from '../forms/interview.ts';
import { takeLeave } from '../forms/take-leave.ts';
import { asksSomething, shortAnswer } from '../reading/recognise-question.ts';
import type { Situation } from '../said.ts';
import { isSure } from '../topics/match-question.ts';
import { wordsOf } from '../../text/typed-words.ts';
import type { Ear } from './inside.ts';
import { topicMeant } from './questions-beside.ts';

/** "Goodbye": the form is put by. */
export const leaving: Ear = (inside) => {
  const { situation, match, tellsNothing } = inside;
  const topic = tellsNothing ? topicMeant(inside) : null;
  const isGoodbye = topic !== null && situation.knowledge.answers.get(topic)?.goodbye === true;
  return isGoodbye ? takeLeave(situation, match) : null;
};

/** "Now I want to work out a refund": another form is asked for, or asked what only another can tell. */
export const anotherForm: Ear = ({ situation, match, standing, tellsNothing }) => {
  const form =
    match.kind === 'answer'
      ? formIn(situation.knowledge, match.ranked[0]?.intent)
      : tellsNothing && asksSomething(situation, situation.incoming.text)
        ? formOfOwnCase(situation)
        : null;
  if (form === null || form === standing.dialog) return null;
  const isMeant = tellsNothing || isForAnother(situation, form, match);
  return isMeant ? startForm(situation, form, factsFor(situation, form), match) : null;
};

/** "Check my situation": it is under way. */
export const sameForm: Ear = ({ situation, match, standing, tellsNothing }) =>
  tellsNothing && match.kind === 'answer' && match.ranked[0]?.intent === standing.dialog
    ? goOn(situation, { kind: 'ask-again' })
    : null;

/** What tells the open form something goes to another only when it is long, and asks, tells that one something, or is sure. */
function isForAnother(situation: Situation, form: string, match: Match): boolean {
  const { text } = situation.incoming;
  if (wordsOf(text).length < shortAnswer) return false;
  return tellsForm(situation, form) || asksSomething(situation, text) || isSure(match, sureOfAnother);
}

/** Asked for by itself. */
const sureOfAnother = 0.75;
