import type { DialogTurn, Facts } from '../src/conversation/forms/dialogs.ts';
import type { Unclear } from '../src/hearing/index.ts';
import type { Voice } from '../src/voice/voice.ts';
import type { Form } from './form.ts';

/** What the dialog stack keeps between turns: facts, never a step number. */
export type Interview = {
  readonly facts: Facts;
  /** Whose they are: the word that names another person, null for the student's own. */
  readonly about: string | null;
  /** Fields in the order in which they were answered: "back" takes the last one away. */
  readonly trail: readonly string[];
  /** Said before the next question: what was understood, or why a value cannot be. */
  readonly preface: string;
  /** Fields told by their place in a sentence alone, and not confirmed. */
  readonly unsure: readonly string[];
  /** What was told and cannot be taken: kept while it is asked which of two was meant. */
  readonly unclear: readonly Unclear[];
  /** Of this turn: the fields that are said back. */
  readonly news: readonly string[];
};

/** What the loop says in, whatever the form: the phrases of `dialog:` in the turn's language. */
export type Saying = { readonly turn: DialogTurn; readonly voice: Voice };

/** Nothing known and nothing said: what an interview begins with, and what of it is not kept from turn to turn. */
export const nothingSaid: Interview = Object.freeze({
  facts: {},
  about: null,
  trail: [],
  preface: '',
  unsure: [],
  unclear: [],
  news: [],
});

/** A fact and what depends on it are dropped together. */
export function without(form: Form, facts: Facts, field: string): Facts {
  const dropped = new Set([field, ...form.dependents(field)]);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !dropped.has(name)));
}
