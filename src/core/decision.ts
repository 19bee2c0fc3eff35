/**
 * A decision has three outcomes, never a boolean. An explicit no is `decided`, with its reasons.
 * Names as in the JSON API: decided | needs | unsupported.
 */
export type Decision<T, Field extends string, Possible = T> =
  | ({ readonly kind: 'decided' } & T)
  | {
      readonly kind: 'needs';
      /** What to ask next, in order: each can still change the outcome. */
      readonly missing: readonly Field[];
      /** Answered "I don't know": never asked again. */
      readonly unknown: readonly Field[];
      readonly possible: readonly Possible[];
    }
  | { readonly kind: 'unsupported'; readonly reason: Text };

/**
 * A sentence as data: the key of a phrase and what it is filled with. The core never holds a sentence;
 * the edge says it in the reader's language.
 */
export type Text = { readonly key: string; readonly with?: Readonly<Record<string, string | number | boolean>> };

/** Why: the fact of the ledger, and the student's own value that met it. */
export type Reason = { readonly fact: string; readonly met: Text };

/** An input that is well-formed but cannot stand: 400 `invalid` or 422 `unanswerable`, by the field's path. */
export type Refusal = { readonly path: string; readonly accepted: Text };
