import type { Card, Choice } from '../src/conversation/reply.ts';
import type { Voice } from '../src/voice/voice.ts';

/** Where a form stands: a question, an outcome, or facts that cannot stand. */
export type Look = Asks | Finished | Refused;

type Asks = {
  readonly kind: 'ask';
  readonly field: string;
  readonly question: string;
  readonly why: string;
  readonly choices: readonly Choice[];
};

export type Finished = {
  readonly kind: 'finished';
  readonly text: string;
  readonly card: Card | null;
  readonly choices: readonly Choice[];
  readonly outcome: unknown;
  /** Ids of the ledger that the outcome rests on. */
  readonly facts: readonly string[];
  readonly verify: boolean;
  /** What the outcome does to somebody that it is wrong for; null where it does nothing that a slip must not bring about. */
  readonly consequence: Consequence | null;
};

export type Consequence = 'not-open' | 'must-pay' | 'nothing-to-do';

/** The facts cannot stand together, or a value cannot be: said by name, and the fields are asked again. */
type Refused = { readonly kind: 'refused'; readonly fields: readonly string[]; readonly text: string };

/** The question of a field and why it is asked, from the form's own phrases `ask.<field>` and `why.<field>`. */
export function asks(field: string, voice: Voice, choices: readonly Choice[] = []): Look {
  return { kind: 'ask', field, question: voice.say(`ask.${field}`), why: voice.say(`why.${field}`), choices };
}

export function finished(text: string, outcome: unknown, rest: Partial<Finished> = {}): Finished {
  return {
    kind: 'finished',
    text,
    outcome,
    card: null,
    choices: [],
    facts: [],
    verify: false,
    consequence: null,
    ...rest,
  };
}
