import { starters } from '../commands/offer-starters.ts';
import { afterHandover } from './dialogs.ts';
import { goOn } from './interview.ts';
import { aboveForm } from './join-answer.ts';
import { resumeChoices } from './offer-resume.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';

/** Greets who was here before; an open form goes on, one that was left is offered. */
export async function greetAgain(situation: Situation): Promise<Said> {
  const { dialogs: open, beneath, parked } = situation.state;
  const standing = situation.dialogs.standing(open);
  const hello = phrase(situation, 'hello-again.hello');
  if (standing !== null && standing.dialog !== afterHandover && beneath !== true)
    return aboveForm(
      situation,
      said('smalltalk', hello),
      await goOn(situation, { kind: 'ask-again' }),
      'digression.back',
    );
  return said('smalltalk', `${hello} ${phrase(situation, 'hello-again.ask')}`, {
    choices: [...resumeChoices(situation, parked), ...starters(situation)],
    next: { dialogs: null, misses: 0 },
  });
}
