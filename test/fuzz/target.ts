import type { Arbitrary } from 'fast-check';

/** One thing that strangers' bytes reach: a module called by itself, or a door of the running server. */
export type Target<Input = unknown> = {
  readonly name: string;
  readonly inputs: Arbitrary<Input>;
  /** Its part of the time: 1 unless an input takes long by its nature. */
  readonly share: number;
  /** @throws what must not happen; a coded error of the program is an answer like others. */
  readonly take: (input: Input) => unknown;
};

/** The inputs of a target stay with it: a list of targets takes any of them. */
export function target<Input>(
  name: string,
  inputs: Arbitrary<Input>,
  take: (input: Input) => unknown,
  share = 1,
): Target {
  return { name, inputs, share, take: (input) => take(input as Input) };
}
