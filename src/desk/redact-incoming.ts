import { bothEnds, withoutRuns } from '../conversation/both-ends.ts';
import type { Incoming } from '../conversation/reply.ts';

/** Replaces personal data by shape. */
export type Redact = (text: string) => { readonly text: string; readonly found: readonly string[] };

/** What was said, without personal data: of a text longer than anybody writes, the beginning and the end are let in. */
export function redactIncoming(redact: Redact, incoming: Incoming): Incoming {
  return { ...incoming, text: redact(letIn(storable(incoming.text))).text };
}

function letIn(text: string): string {
  return text.length <= 2 * letInAtEitherEnd ? text : bothEnds(withoutRuns(text), letInAtEitherEnd).text;
}

/** Half a character and the character zero cannot be kept by every database: each becomes the replacement character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** As much as of a mail: what no turn reads is neither looked through nor kept. */
const letInAtEitherEnd = 10_000;
