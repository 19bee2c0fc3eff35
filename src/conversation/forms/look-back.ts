import { choiceOf } from '../choices/choice-value.ts';
import { formIn, type Facts } from './dialogs.ts';
import { underWhose } from './decided-now.ts';
import { ofCase } from './of-case.ts';
import { startForm } from './interview.ts';
import { dialogTurn, said, type Said, type Situation } from '../said.ts';

/** What the last decision was taken on, each fact to be changed; null when nothing was decided. */
export function summary(situation: Situation): Said | null {
  const last = decidedLately(situation);
  if (last === null) return null;
  const told = situation.dialogs.told(last.form, last.facts, dialogTurn(situation));
  const say = (key: string, values: Readonly<Record<string, string>>) =>
    situation.speaker.say(situation.language, `dialog:${key}`, values, situation.incoming.on);
  const facts = say('summary', { facts: told.map(({ text }) => text).join(', ') });
  return said('command', underWhose(situation, last.about, facts), {
    intent: last.form,
    choices: told.map(({ field, text }) => choiceOf(say('change', { fact: text }), { kind: 'change', field })),
  });
}

/** A fact of the last decision taken back: its question is asked again, the others stand. */
export async function changeDecided(situation: Situation, field: string): Promise<Said | null> {
  const last = decidedLately(situation);
  if (last === null) return null;
  return begunAnew(situation, last, [field]);
}

/** What was said back with the last decision was not right. */
export async function takeBackDecided(situation: Situation, fields: readonly string[]): Promise<Said | null> {
  const last = decidedLately(situation);
  return last === null ? null : begunAnew(situation, last, fields);
}

function begunAnew(situation: Situation, { form, facts, about }: Decided, fields: readonly string[]): Promise<Said> {
  const kept = fields.reduce((rest, field) => situation.dialogs.without(form, rest, field), facts);
  return startForm(ofCase(situation, about), form, kept, null, {});
}

/** "Back" and "start again" after a decision: its last answer, or all of them, given anew. */
export async function decideAgain(situation: Situation, from: 'last answer' | 'the start'): Promise<Said | null> {
  const last = decidedLately(situation);
  if (last === null) return null;
  if (from === 'the start') return startForm(ofCase(situation, last.about), last.form, {}, null);
  const field = Object.keys(last.facts).at(-1);
  return field === undefined ? null : changeDecided(situation, field);
}

/** `about` is whose case it was, as `Standing` has it. */
type Decided = { readonly form: string; readonly facts: Facts; readonly about: string | null };

/** The last decision, also when something else was asked since. */
export function decidedLately(situation: Pick<Situation, 'state' | 'knowledge'>): Decided | null {
  const { decided } = situation.state;
  const form = formIn(situation.knowledge, decided?.form);
  if (decided == null || form === null) return lastDecision(situation);
  return { form, facts: decided.facts, about: decided.about ?? null };
}

export function lastDecision({ state: { last }, knowledge }: Pick<Situation, 'state' | 'knowledge'>): Decided | null {
  const form = formIn(knowledge, last?.intent);
  return last?.facts == null || form === null ? null : { form, facts: last.facts, about: last.about ?? null };
}
