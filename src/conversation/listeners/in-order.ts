import type { Listener } from '../listener.ts';
import { acknowledgement } from './acknowledgement.ts';
import { afterAHandover } from './after-handover.ts';
import { ageTold } from './age-told.ts';
import { bareQuestion } from './bare-question.ts';
import { changedDecision } from './changed-decision.ts';
import { choice } from './choice.ts';
import { circumstance } from './circumstance.ts';
import { command } from './command.ts';
import { comment } from './comment.ts';
import { danger } from './danger.ts';
import { followUp } from './follow-up.ts';
import { foreignLanguage } from './foreign-language.ts';
import { goodbye } from './goodbye.ts';
import { greetedAgain } from './greeted-again.ts';
import { held } from './held.ts';
import { joining } from './joining.ts';
import { languageAsked } from './language-asked.ts';
import { languageChosen } from './language-chosen.ts';
import { lengthAlone } from './length-alone.ts';
import { noteForPerson } from './note-for-person.ts';
import { nonsense } from './nonsense.ts';
import { openForm } from './open-form.ts';
import { otherCase } from './other-case.ts';
import { ownCase } from './own-case.ts';
import { picture } from './picture.ts';
import { pronoun } from './pronoun.ts';
import { reaction } from './reaction.ts';
import { remark } from './remark.ts';
import { sameForFamily } from './same-for-family.ts';
import { several } from './several.ts';
import { shortName } from './short-name.ts';
import { leftOver, staying } from './staying.ts';
import { tale } from './tale.ts';
import { things } from './things.ts';
import { toldBack } from './told-back.ts';
import { topic } from './topic.ts';
import { unhurried } from './unhurried.ts';
import { unreadable } from './unreadable.ts';
import { unsure } from './unsure.ts';
import { yesOrNo } from './yes-or-no.ts';

/** The order is the policy: the first that speaks wins. */
export const listeners: readonly Listener[] = [
  joining,
  danger,
  held,
  languageChosen,
  unreadable,
  picture,
  greetedAgain,
  otherCase,
  reaction,
  choice,
  goodbye,
  afterAHandover,
  command,
  languageAsked,
  yesOrNo,
  comment,
  foreignLanguage,
  noteForPerson,
  openForm,
  unhurried,
  shortName,
  nonsense,
  lengthAlone,
  ageTold,
  sameForFamily,
  bareQuestion,
  things,
  remark,
  several,
  tale,
  pronoun,
  changedDecision,
  circumstance,
  staying,
  ownCase,
  toldBack,
  topic,
  followUp,
  acknowledgement,
  leftOver,
  unsure,
];

/** Who was asked before the one that spoke, and had nothing to say. */
export function passedBefore(spoke: string): readonly string[] {
  const names = listeners.map(({ name }) => name);
  return names.slice(0, Math.max(0, names.indexOf(spoke)));
}
