import { longestMention, wordsOf } from '../../text/typed-words.ts';

/**
 * "I have two questions: how do I register and what is it?" without what only says that there are some.
 * @param announces the language's words for what is asked: "questions", "things"
 */
export function withoutAnnouncement(sentence: string, announces: readonly string[]): string {
  const [whole, before = ''] = announcement.exec(sentence) ?? [''];
  const rest = sentence.slice(whole.length);
  const isOne = wordsOf(before).length <= mostWords && longestMention(before, announces) !== null;
  return isOne && wordsOf(rest).length >= fewestAsked ? rest : sentence;
}

/** Up to its colon; a mail's links and hours have no space behind theirs. */
const announcement = /^([^:：]{1,80})(?:\s*:\s+|\s*：\s*)/u;
const mostWords = 10;
const fewestAsked = 2;
