import type { Refusal } from '../src/core/decision.ts';
import type { Voice } from '../src/voice/voice.ts';
import type { Look } from './look.ts';

/** What the core refuses, in the reader's language. `renamed`: inputs of the core that the form asks for under another name. */
export function refused(
  errors: readonly Refusal[],
  voice: Voice,
  renamed: Readonly<Record<string, string>> = {},
): Look {
  const [first] = errors;
  return {
    kind: 'refused',
    fields: errors.map(({ path }) => renamed[path] ?? path),
    text: first === undefined ? '' : voice.phrase('dialog:cannot-be', { accepted: voice.text(first.accepted) }),
  };
}
