import type { Match } from '../../core/matching/matcher.ts';
import type { Said, Situation } from '../said.ts';
import { meaningAsked, named, notUnderstood, takenBack, whyAsked } from './about-the-question.ts';
import { notKnown, plainReply, told } from './answers.ts';
import { askAgain, bareNo } from './ask-again.ts';
import { insideOf, type Ear } from './inside.ts';
import { anotherForm, leaving, sameForm } from './other-tasks.ts';
import { bareQuestion, followUp, toldAndAsked, topicAsked } from './questions-beside.ts';

/**
 * How a message is heard while a form is open: the order is the policy, and the first that speaks wins. First what is said to the
 * form's question and of it; then what the knowledge surely answers, asked alone or beside a fact; then the facts; then what follows
 * from what was said last. What is none of these is asked again.
 */
const ears: readonly Ear[] = [
  plainReply,
  toldAndAsked,
  bareNo,
  takenBack,
  whyAsked,
  meaningAsked,
  bareQuestion,
  leaving,
  topicAsked,
  anotherForm,
  sameForm,
  notUnderstood,
  told,
  notKnown,
  named,
  followUp,
];

export async function hearInside(situation: Situation, match: Match): Promise<Said> {
  const inside = insideOf(situation, match);
  for (const ear of ears) {
    const said = await ear(inside);
    if (said !== null) return said;
  }
  return askAgain(inside);
}
