import { carryOut } from '../commands/carry-out.ts';
import { isAnswered } from '../inside/is-answered.ts';
import type { Asked, Listener } from '../listener.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { asksForHelp } from '../person/recognise-request.ts';
import { topicAtHand } from '../topics/say-nothing-on-that.ts';
import { askedBare } from '../topics/find-next-topic.ts';
import { endsInQuestionMark } from '../../text/question-mark.ts';
import { wordsOf } from '../../text/typed-words.ts';

/** "back", "talk to a person", "en français svp": where the command means something. */
export const command: Listener = {
  name: 'command',
  hear: (asked) => {
    const command = asked.command ?? (wantsHelp(asked) ? { kind: 'human' as const } : null);
    return command === null || isNationality(asked) || isAboutLast(asked) || asksToCancel(asked)
      ? null
      : carryOut(asked, command);
  },
};

/** "Spanish", asked for a nationality, is one: the name of a language alone switches to it everywhere else. */
function isNationality(asked: Asked): boolean {
  return (
    asked.command?.kind === 'language' &&
    wordsOf(asked.incoming.text).length === 1 &&
    asked.dialogs.standing(asked.state.dialogs) !== null &&
    isAnswered(asked, asked.match)
  );
}

/** After an answer, and in the middle of a form: "can somebody help me with this?" */
function wantsHelp(asked: Asked): boolean {
  const isTalking = topicAtHand(asked) !== null || asked.dialogs.standing(asked.state.dialogs) !== null;
  return isTalking && asksForHelp(asked.incoming.text, Object.values(asked.knowledge.person));
}

/** "Can I cancel?", with nothing open that could be: a question about what was bought. */
function asksToCancel(asked: Asked): boolean {
  const isOpen = asked.dialogs.standing(asked.state.dialogs) !== null;
  return asked.command?.kind === 'cancel' && !isOpen && isQuestion(asked, asked.incoming.text);
}

/** "In English?", asked in English of what was answered, and "by mail?": about that, and no order to us. */
function isAboutLast(asked: Asked): boolean {
  const { command, language, incoming } = asked;
  const isOrder = command?.kind === 'mail' || (command?.kind === 'language' && command.language === language);
  return isOrder && endsInQuestionMark(incoming.text) && askedBare(asked) !== null;
}
