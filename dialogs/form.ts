import type { DialogTurn, Facts, Told, ToldHere } from '../src/conversation/forms/dialogs.ts';
import type { Look } from './look.ts';

/**
 * A form knows no order of its own: it asks the core what is missing. Adding a question changes only the core,
 * so a conversation that is under way when a new version is deployed goes on with the right facts.
 */
export type Form = {
  readonly id: string;
  look(known: Facts, turn: DialogTurn): Look;
  /** What `utterance` tells about any field; the one that was asked is read leniently ("10" is a number of months). */
  read(utterance: string, asking: string | null, turn: DialogTurn, known: Facts): ToldHere;
  /** Facts that no longer stand once `field` has changed. */
  dependents(field: string): readonly string[];
  /** Facts that `field` says more exactly, and so takes the place of, told first or anew. */
  replaces?(field: string): readonly string[];
  /** The facts as half a sentence would say them back, each by itself; what is not known is left out. */
  told(facts: Facts, turn: DialogTurn): readonly Told[];
};
