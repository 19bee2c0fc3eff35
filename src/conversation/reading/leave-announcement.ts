import { closesAsQuestion } from '../../text/question-mark.ts';
import { longestMention, opensWithOne, spellings, wordsOf } from '../../text/typed-words.ts';

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

/**
 * "Could you please tell me:", "Please let me know.": a wish to know that names nothing, and has no other question before it.
 * @param request the language's ways to say that one would like to know
 */
export function isRequestAlone(
  sentence: string,
  { request, question, announces }: { readonly [list in 'request' | 'question' | 'announces']: readonly string[] },
): boolean {
  const cue = closesAsQuestion(sentence) ? null : longestMention(sentence, request);
  const [said = ''] = spellings(sentence);
  const [asked = ''] = spellings(cue ?? '');
  if (cue === null || !said.includes(asked)) return false;
  const [before = '', behind = ''] = said.split(asked);
  if (wordsOf(before).length > mostBeside || opensWithOne(before, question)) return false;
  return behind === '' || (wordsOf(behind).length <= mostBeside && longestMention(behind, announces) !== null);
}

/** Up to its colon; a mail's links and hours have no space behind theirs. */
const announcement = /^([^:：]{1,80})(?:\s*:\s+|\s*：\s*|(?<=\p{Script=Han}):)/u;
const mostWords = 10;
const mostBeside = 3;
const fewestAsked = 2;
