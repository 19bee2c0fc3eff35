import { choiceOf } from '../src/conversation/choices/choice-value.ts';
import type { Choice } from '../src/conversation/reply.ts';
import { factChoice } from './fact-choice.ts';
import type { Form } from './form.ts';
import type { Look } from './look.ts';
import { without, type Interview, type Saying } from './standing.ts';

/** A question about what was heard: whether it is right, or which of two. */
export type Doubt = { readonly look: Look; readonly confirming: boolean };

/**
 * A fact told without its own words, which by itself would close a door, cost money or leave nothing to do, is confirmed
 * before the outcome is said.
 */
export function confirmFirst(form: Form, look: Look, { facts, unsure }: Interview, saying: Saying): Doubt | null {
  if (look.kind !== 'finished' || look.consequence === null) return null;
  const field = unsure.find((one) => one in facts && turnsTheOutcome(form, look, facts, one, saying));
  const [told] = field === undefined ? [] : form.told({ [field]: facts[field] }, saying.turn);
  if (field === undefined || told === undefined) return null;
  const { voice } = saying;
  const choices = [
    factChoice(field, facts[field] as string | number | boolean, voice.say('confirm.right')),
    choiceOf(voice.say('confirm.wrong'), { kind: 'change', field }),
  ];
  const question = voice.say('confirm.ask', { fact: told.text });
  return { look: { kind: 'ask', field, question, why: voice.say('confirm.why'), choices }, confirming: true };
}

function turnsTheOutcome(
  form: Form,
  look: Extract<Look, { kind: 'finished' }>,
  facts: Interview['facts'],
  field: string,
  { turn }: Saying,
): boolean {
  const other = form.look(without(form, facts, field), turn);
  return other.kind !== 'finished' || other.consequence !== look.consequence;
}

/** Two readings that exclude each other: both are offered. */
export function whichOne(form: Form, look: Look, { facts, unclear }: Interview, saying: Saying): Doubt | null {
  if (look.kind === 'refused') return null;
  for (const { field, why, readings } of unclear) {
    // Of two fields, one is told anew, whatever was known before.
    const isOfTwo = readings.some((reading) => reading.field !== undefined);
    if (why !== 'two' || (!isOfTwo && (look.kind !== 'ask' || field in facts))) continue;
    const choices = readings.flatMap(({ field: meant = field, value }): Choice[] => {
      const [told] = form.told({ [meant]: value }, saying.turn);
      return told === undefined ? [] : [factChoice(meant, value as string | number | boolean, told.text)];
    });
    if (choices.length < 2) continue;
    const question = saying.voice.say('which-one');
    return { look: { kind: 'ask', field, question, why: saying.voice.say('confirm.why'), choices }, confirming: false };
  }
  return null;
}
