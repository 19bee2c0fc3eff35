import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { longestMention } from '../../text/typed-words.ts';

/** A message with the first short name in full: "my card" → "my European card"; null where it names another, or none. */
export function inFull(text: string, { full, unless }: ReadingFile['shortNames'][string]): string | null {
  const short = longestMention(text, Object.keys(full));
  if (short === null || longestMention(text, unless) !== null) return null;
  const at = text.toLowerCase().indexOf(short.toLowerCase());
  return at < 0 ? null : `${text.slice(0, at)}${full[short] ?? short}${text.slice(at + short.length)}`;
}
