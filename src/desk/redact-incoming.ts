import { setImmediate } from 'node:timers/promises';
import type { Redact } from '../conversation/redaction/redact.ts';
import type { Incoming } from '../conversation/reply.ts';
import { letIn, type InDanger } from './let-in.ts';

/**
 * What was said, as much of it as is let in, without personal data.
 * @param asking what the open form has asked for: where it is the age, the day of birth goes along for the form
 */
export async function redactIncoming(
  { redact, inDanger }: { readonly redact: Redact; readonly inDanger: InDanger },
  incoming: Incoming,
  asking: string | null = null,
): Promise<Incoming> {
  const ageAsked = asking === 'age' || asking === 'birthDate';
  const { text, born } = redact(await letIn(storable(incoming.text), inDanger), {
    on: incoming.on,
    inForm: asking !== null,
  });
  // Between the two readings of a long message others are answered.
  if (text.length > longMessage) await setImmediate();
  return { ...incoming, text, ...(ageAsked && { born }) };
}

/** Half a character and the character zero cannot be kept by every database: each becomes the replacement character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

const longMessage = 2_000;
