import type { Card, Choice } from '../src/conversation/reply.ts';
import type { FormId, DialogTurn, Facts, Told } from '../src/conversation/dialogs.ts';

/**
 * A form knows no order of its own: it asks the core what is missing. Adding a question changes only the core,
 * so a conversation that is under way when a new version is deployed goes on with the right facts.
 */
export type Form = {
  readonly id: FormId;
  look(known: Facts, turn: DialogTurn): Look;
  /** What `utterance` tells about any field; the one that was asked is read leniently ("10" is a number of months). */
  read(utterance: string, asking: string | null, turn: DialogTurn, known: Facts): Facts;
  /** Facts that no longer stand once `field` has changed. */
  dependents(field: string): readonly string[];
  /** The facts as half a sentence would say them back, each by itself; what is not known is left out. */
  told(facts: Facts, turn: DialogTurn): readonly Told[];
};

export type Look =
  | {
      readonly kind: 'ask';
      readonly field: string;
      readonly question: string;
      readonly why: string;
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: 'finished';
      readonly text: string;
      readonly card: Card | null;
      readonly choices: readonly Choice[];
      readonly outcome: unknown;
      readonly facts: readonly string[];
      readonly verify: boolean;
    }
  /** The facts cannot stand together, or a value cannot be: said by name, and the fields are asked again. */
  | { readonly kind: 'refused'; readonly fields: readonly string[]; readonly text: string };
