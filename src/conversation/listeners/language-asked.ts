import { carryOut } from '../commands/carry-out.ts';
import { languageWished } from '../commands/read-command.ts';
import { askedIn } from '../forms/dialogs.ts';
import { formMeant, factsToStart } from '../forms/find-form.ts';
import { goOn, startForm } from '../forms/interview.ts';
import { askedOf, type Asked, type Later, type Listener } from '../listener.ts';
import { dialogTurn, phrase, type Said } from '../said.ts';

/** "Do you speak English? I am from India": what else is told or asked, and the reply in that language. */
export const languageAsked: Listener = {
  name: 'language-asked',
  hear: (asked, later) => {
    const wish = languageWished(asked.incoming.text, asked.knowledge);
    if (wish === null) return null;
    const rest = askedOf({ ...asked, incoming: { ...asked.incoming, text: wish.rest } }, asked.foreign);
    return wish.language === asked.language ? later(rest) : inLanguage(wish.language, rest, later);
  },
};

/** What the rest tells is heard in the language that it is in; what is said of it, in the other. */
async function inLanguage(language: string, rest: Asked, later: Later): Promise<Said | null> {
  const turned = { ...rest, language };
  const told = await toldToForm(rest, turned);
  if (told !== null)
    return { ...told, text: `${phrase(turned, 'switched')}\n\n${told.text}`, next: { ...told.next, language } };
  const { next, effects } = await later(rest);
  const again = await carryOut({ ...turned, state: { ...rest.state, ...next } }, { kind: 'language', language });
  return again === null ? null : { ...again, next: { ...next, ...again.next, misses: 0 }, effects };
}

/** The open form goes on with what the rest tells; without one, the form that it is meant for begins. */
function toldToForm(rest: Asked, turned: Asked): Promise<Said> | null {
  const standing = rest.dialogs.standing(rest.state.dialogs);
  if (standing === null) {
    const form = formMeant(rest, rest.match);
    return form === null ? null : startForm(turned, form, factsToStart(rest, form), rest.match);
  }
  const { facts, unsure, unclear } = rest.dialogs.hear(
    standing.dialog,
    rest.incoming.text,
    askedIn(standing),
    dialogTurn(rest),
    standing.facts,
  );
  return Object.keys(facts).length === 0 ? null : goOn(turned, { kind: 'facts', facts, unsure, unclear });
}
