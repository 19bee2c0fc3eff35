import type { Facts, ToldHere } from '../src/conversation/forms/dialogs.ts';
import type { Heard, HeardText } from '../src/hearing/index.ts';

/** A heard field in the words of a form: `items` of a quote are its product, term and times. */
export type Naming = (field: string, value: unknown) => Facts;

/** What was heard as a form takes it: the student's own, and what of it was told by its place in the sentence alone. */
export function toldHere({ facts, unclear, enough }: HeardText, named: Naming = asHeard): ToldHere {
  const own = facts.filter((fact) => fact.for === 'student');
  // Where nothing was asked, only a full cue is one.
  const isUnsure = ({ cue }: Heard) => cue === 'weak' || (enough === null && cue !== 'full');
  const unsure = own.filter(isUnsure).flatMap(({ field, value }) => Object.keys(named(field, value)));
  return {
    facts: Object.assign({}, ...own.map(({ field, value }) => named(field, value))) as Facts,
    unsure,
    unclear,
    heard: facts.map(({ field, value, words, for: whose }) => ({ field, value, words, for: whose })),
  };
}

function asHeard(field: string, value: unknown): Facts {
  return { [field]: value };
}
