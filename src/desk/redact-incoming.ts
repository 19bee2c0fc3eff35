import type { Incoming } from '../conversation/reply.ts';
import { letIn, type InDanger } from './let-in.ts';

/** Replaces personal data by shape. */
export type Redact = (text: string) => { readonly text: string; readonly found: readonly string[] };

/** What was said, as much of it as is let in, without personal data. */
export async function redactIncoming(
  { redact, inDanger }: { readonly redact: Redact; readonly inDanger: InDanger },
  incoming: Incoming,
): Promise<Incoming> {
  return { ...incoming, text: redact(await letIn(storable(incoming.text), inDanger)).text };
}

/** Half a character and the character zero cannot be kept by every database: each becomes the replacement character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
