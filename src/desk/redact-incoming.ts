import type { Incoming } from '../conversation/reply.ts';

/** Replaces personal data by shape. */
export type Redact = (text: string) => { readonly text: string; readonly found: readonly string[] };

/** What was said and what a card sent, without personal data. */
export function redactIncoming(redact: Redact, incoming: Incoming): Incoming {
  const { value } = incoming;
  return {
    ...incoming,
    text: redact(storable(incoming.text)).text,
    ...(value !== undefined && { value: redactRecord(redact, value) }),
  };
}

/** Half a character and the character zero cannot be kept by every database: each becomes the replacement character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

function redactRecord(redact: Redact, record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, redactValue(redact, value)]));
}

function redactValue(redact: Redact, value: unknown): unknown {
  if (typeof value === 'string') return redact(value).text;
  if (typeof value === 'number') return redactNumber(redact, value);
  if (Array.isArray(value)) return value.map((item) => redactValue(redact, item));
  return typeof value === 'object' && value !== null ? redactRecord(redact, value) : value;
}

/** A form's number field may carry a telephone number as well as an age. */
function redactNumber(redact: Redact, value: number): number | string {
  const redacted = redact(String(value));
  return redacted.found.length === 0 ? value : redacted.text;
}
