import { choiceOf } from '../choices/choice-value.ts';
import { changedDecision } from '../forms/change-decision.ts';
import type { Facts } from '../forms/dialogs.ts';
import { factsFor, formOfCase, formOfLast, tellsForm } from '../forms/find-form.ts';
import { startForm } from '../forms/interview.ts';
import type { Asked, Listener } from '../listener.ts';
import { dialogTurn, phrase, said, type Said } from '../said.ts';
import { wordsOf } from '../../text/typed-words.ts';
import { titleOf } from '../topics/answer-topic.ts';

/** "4 months": told of the case at hand; where there is none it is asked of what, for no topic is meant by a number alone. */
export const lengthAlone: Listener = {
  name: 'length-alone',
  hear: async (asked) => {
    const forms = asked.knowledge.forms.filter((form) => isAllOf(asked, form));
    if (forms.length === 0) return null;
    const changed = await changedDecision(asked);
    if (changed !== null) return changed;
    const form = formOfLast(asked);
    // "Malian, 3 years": the case is told with it.
    if (form === null && formOfCase(asked, asked.match) !== null) return null;
    return form !== null && tellsForm(asked, form)
      ? startForm(asked, form, factsFor(asked, form), null)
      : ofWhat(asked);
  },
};

/** Whether a number is told by its place alone, and nothing else is said. */
function isAllOf(asked: Asked, form: string): boolean {
  const { text } = asked.incoming;
  if (!/\p{N}/u.test(text)) return false;
  const { facts, unsure, heard } = asked.dialogs.hear(form, text, null, dialogTurn(asked), {});
  const isCounted = Object.entries(facts).some(([field, value]) => typeof value === 'number' && unsure.includes(field));
  const told = new Set(heard.flatMap(({ words }) => wordsOf(words)));
  return isCounted && wordsOf(text).every((word) => told.has(word));
}

/** The forms that it tells something of, each begun with it. */
function ofWhat(asked: Asked): Said {
  const forms = asked.knowledge.forms.filter((form) => tellsForm(asked, form));
  const begun = (form: string, told: Facts) => choiceOf(titleOf(asked, form), { kind: 'topic', topic: form, told });
  const none = choiceOf(phrase(asked, 'choice.none'), { kind: 'command', command: 'none' });
  return said('clarify', phrase(asked, 'clarify.about-what'), {
    choices: [...forms.map((form) => begun(form, factsFor(asked, form))), none],
    next: { misses: asked.state.misses },
  });
}
