import { longestMention, wordsOf } from '../../text/typed-words.ts';

/**
 * "The card" in a letter that spoke of "my European card", said in full: "the European card". Null where the letter named nothing of
 * ours that the question's word begins or ends, or where the question names it itself.
 * @param terms what our subject is called, the names of one thing together
 */
export function nameFromTale(question: string, before: string, terms: readonly (readonly string[])[]): string | null {
  const names = terms.flat().filter((name) => wordsOf(name).length > 1);
  if (before === '' || longestMention(question, names) !== null) return null;
  const heard = longestMention(
    before,
    names.filter((name) => shortOf(name, question) !== null),
  );
  const short = heard === null ? null : shortOf(heard, question);
  if (heard === null || short === null) return null;
  const at = question.toLowerCase().indexOf(short.toLowerCase());
  return at < 0 ? null : `${question.slice(0, at)}${heard}${question.slice(at + short.length)}`;
}

/** The first or the last word of a name, where it stands in the question. */
function shortOf(name: string, question: string): string | null {
  const words = name.split(' ');
  const ends = [words.at(-1), words[0]].filter((word) => word !== undefined && word.length >= shortest);
  return ends.find((word) => word !== undefined && longestMention(question, [word]) !== null) ?? null;
}

const shortest = 4;
