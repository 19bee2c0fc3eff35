import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { closesAsQuestion } from '../../text/question-mark.ts';
import { longestMention, opensWithOne, wordsOf } from '../../text/typed-words.ts';

/** Whether a message is the name of a picture's file, or says that one was sent, and asks nothing besides. */
export function showsPicture(text: string, { pictures, cues }: ReadingFile): boolean {
  if (isFileName(text)) return true;
  if (wordsOf(text).length > longestNote || longestMention(text, pictures.names) === null) return false;
  if (longestMention(text, pictures.seen) !== null) return true;
  return longestMention(text, pictures.sent) !== null && !text.split(clauses).some((part) => asks(part, cues.question));
}

/** "Here is my question: where do I send the photo?" */
function asks(part: string, words: readonly string[]): boolean {
  return closesAsQuestion(part) || opensWithOne(part, words);
}

/** One word, or a few with a date or a number among them: "Screenshot 2026-11-30 at 10.20.png". */
function isFileName(text: string): boolean {
  const parts = text.trim().split(/\s+/);
  return ending.test(text.trim()) && (parts.length === 1 || (parts.length <= longestName && /\d/.test(text)));
}

const ending = /[^\s.]\.+(?:jpe?g|png|heic|heif|gif|webp|bmp|tiff?|pdf)$/iu;
const clauses = /(?<=[,;:.!?，；：。！？،؛؟\n])/u;
const longestName = 5;
/** In more words something is told or asked. */
const longestNote = 14;
