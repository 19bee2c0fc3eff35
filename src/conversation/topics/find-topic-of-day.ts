import { parseDay } from '../../core/day.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { dialogTurn, type Situation } from '../said.ts';
import { wordsOf } from '../../text/typed-words.ts';

/** "From 15 December" after a price: what begins then. Null where a day asks nothing of what was said last. */
export function topicOfDay(situation: Situation): string | null {
  const { speaker, language, knowledge, dialogs, incoming, state } = situation;
  const list = (key: string) => speaker.list(language, `conversation:of-day.${key}`);
  const [topic] = list('say').filter((id) => knowledge.answers.has(id));
  if (topic === undefined || !list('after').includes(state.last?.intent ?? '')) return null;
  if (wordsOf(incoming.text).length > mostWords || isQuestion(situation, incoming.text)) return null;
  if (dialogs.standing(state.dialogs) !== null) return null;
  const days = knowledge.forms.flatMap((form) =>
    list('field').map((field) => dialogs.read(form, incoming.text, field, dialogTurn(situation), {})[field]),
  );
  return days.some((day) => typeof day === 'string' && parseDay(day) !== null) ? topic : null;
}

const mostWords = 8;
