/** Splits a message into the questions it holds: sentences, lines, list items. Greetings stay with what follows. */
export function questionsIn(text: string): readonly string[] {
  return text
    .slice(0, longestText)
    .split(/(?<=[?!])\s+|(?<=\p{L}{2}[.;])\s+|\r?\n+/u)
    .map((part) => part.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter((part) => /\p{L}{2}/u.test(part))
    .slice(0, mostQuestions);
}

const longestText = 20_000;
/** More than this in one message is a letter for a person. */
const mostQuestions = 12;
